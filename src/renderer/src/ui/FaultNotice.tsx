import { toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Notice } from './Notice';
import { useLanguage } from './use-language';

export interface FaultNoticeProps {
  readonly fault: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong and what to do, in the person's language, with the code for support. */
export function FaultNotice({ fault, onRetry }: FaultNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const error = toAppError(fault);
  const text = textOf(error.code, language, error.params);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={text.message}
      {...(onRetry === undefined
        ? {}
        : {
            actions: (
              <Button size="small" onPress={onRetry}>
                {t('common.retry')}
              </Button>
            ),
          })}
    >
      <p>{text.fix}</p>
      <p className="text-quiet text-xs">{error.code}</p>
    </Notice>
  );
}
