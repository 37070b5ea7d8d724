import type { SecretsStatus } from '@shared/ipc/secrets';
import { FlaskConical, Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSwitchMode } from '../../../ipc/app-queries';
import { useAppInfo } from '../../../ipc/settings-queries';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';

const KEY_NAMES = ['domeggookKey', 'naverClientId', 'naverClientSecret'] as const;

export interface ModeCardProps {
  readonly status: SecretsStatus;
}

/** Practice or live, and the way from one to the other. */
export function ModeCard({ status }: ModeCardProps) {
  const { t } = useTranslation();
  const info = useAppInfo();
  const change = useSwitchMode();
  const isPractice = info.data?.mode !== 'live';
  const missing = KEY_NAMES.filter((name) => status.missingForLive.includes(name));
  const canSwitch = !isPractice || missing.length === 0;
  return (
    <Card title={t('keys.mode')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('keys.modeHint')}</p>
      <Notice
        tone={isPractice ? 'warn' : 'good'}
        Icon={isPractice ? FlaskConical : Store}
        title={t(isPractice ? 'keys.nowPractice' : 'keys.nowLive')}
        actions={
          <Button
            tone={canSwitch && isPractice ? 'primary' : 'plain'}
            isDisabled={!canSwitch || change.isPending}
            onPress={() => change.mutate(isPractice ? 'live' : 'practice')}
          >
            {change.isPending
              ? t('keys.switching')
              : t(isPractice ? 'keys.toLive' : 'keys.toPractice')}
          </Button>
        }
      >
        {canSwitch
          ? t(isPractice ? 'frame.practiceHint' : 'frame.liveHint')
          : t('keys.missingForLive', {
              names: missing.map((name) => t(`keys.names.${name}`)).join(', '),
            })}
      </Notice>
      {change.isError ? <FaultNotice fault={change.error} /> : null}
    </Card>
  );
}
