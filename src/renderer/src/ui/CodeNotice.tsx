import { type MessageCode, textOf } from '@shared/texts/catalogue';
import type { TextParams } from '@shared/texts/types';
import { Notice, type NoticeProps } from './Notice';
import { useLanguage } from './use-language';

export interface CodeNoticeProps extends Pick<NoticeProps, 'role' | 'actions'> {
  readonly code: MessageCode;
  readonly params: TextParams;
}

/** What a code says went wrong and what to do, in the person's language, with the code for support. */
export function CodeNotice({ code, params, ...notice }: CodeNoticeProps) {
  const text = textOf(code, useLanguage(), params);
  return (
    <Notice {...notice} tone="bad" title={text.message}>
      <p>{text.fix}</p>
      <p className="text-quiet text-xs">{code}</p>
    </Notice>
  );
}
