import type { RouteOutput } from '@shared/ipc/registry';
import { textOf } from '@shared/texts/catalogue';
import { CirclePause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';

export interface PauseNoticeProps {
  readonly pauseReason: RouteOutput<'registration.getStatus'>['pauseReason'];
  readonly onResume: () => void;
}

/** Says who paused the queue and why, what to do about it, and lets it go on. */
export function PauseNotice({ pauseReason, onResume }: PauseNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = pauseReason === null ? null : textOf(pauseReason.code, language, pauseReason.params);
  return (
    <Notice
      tone="warn"
      role="status"
      Icon={CirclePause}
      title={text === null ? t('queue.paused') : `${t('queue.paused')} ${text.message}`}
      actions={
        <Button tone="primary" size="small" onPress={onResume}>
          <Play aria-hidden="true" size={15} />
          {t('queue.resume')}
        </Button>
      }
    >
      {text?.fix ?? t('queue.pausedByHand')}
    </Notice>
  );
}
