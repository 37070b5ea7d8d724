import type { RouteOutput } from '@shared/ipc/registry';
import { CirclePause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useQueueCommand } from './batch-queries';

export interface HoldNoticeProps {
  readonly holds: RouteOutput<'registration.getStatus'>['holds'];
}

/** Says which parts the seller paused, and lets each go on. */
export function HoldNotice({ holds }: HoldNoticeProps) {
  const { t } = useTranslation();
  const setHeld = useQueueCommand('registration.setHeld');
  return holds.map((hold) => {
    const part = hold.scope === 'lane' && hold.name === 'normal' ? 'normal' : hold.scope;
    return (
      <Notice
        key={`${hold.scope} ${hold.name}`}
        tone="warn"
        role="status"
        Icon={CirclePause}
        title={t(`queue.control.isHeld.${part}`)}
        actions={
          <Button size="small" onPress={() => setHeld.mutate({ hold, isHeld: false })}>
            <Play aria-hidden="true" size={15} />
            {t('queue.resume')}
          </Button>
        }
      />
    );
  });
}
