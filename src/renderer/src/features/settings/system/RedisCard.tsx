import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReopen } from '../../../ipc/app-queries';
import { useLimits } from '../../../ipc/limits-queries';
import { useUpdateSettings } from '../../../ipc/settings-queries';
import { Badge } from '../../../ui/Badge';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { CodeNotice } from '../../../ui/CodeNotice';
import { FaultNotice } from '../../../ui/FaultNotice';
import { Card } from '../../../ui/Page';
import type { SettingsPartProps } from '../SettingsPage';
import { RemoteRedisForm } from './RemoteRedisForm';

const PLACES = ['own', 'remote'] as const;

/** Where the limits of the marketplaces are counted: on this PC, or on a server that several PCs share. */
export function RedisCard({ settings: { redisUrl } }: SettingsPartProps) {
  const { t } = useTranslation();
  const limits = useLimits();
  const update = useUpdateSettings();
  const reopen = useReopen();
  const [place, setPlace] = useState<(typeof PLACES)[number]>(redisUrl === '' ? 'own' : 'remote');
  /** The product takes another server when it is opened anew; jobs go on where they were. */
  const save = (url: string): void =>
    update.mutate({ redisUrl: url }, { onSuccess: () => reopen.mutate() });
  const isBusy = update.isPending || reopen.isPending;
  const fault = update.error ?? reopen.error;
  return (
    <Card
      title={t('system.redis')}
      aside={
        limits.data === undefined ? null : limits.data.fault === null ? (
          <Badge tone={limits.data.backend === 'embedded' ? 'quiet' : 'good'}>
            {t(`system.backends.${limits.data.backend}`)}
          </Badge>
        ) : (
          <Badge tone="bad">{t('system.away')}</Badge>
        )
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('system.redisHint')}</p>
      {limits.data?.fault == null ? null : (
        <div className="mb-4">
          <CodeNotice role="alert" {...limits.data.fault} />
        </div>
      )}
      <ChoiceGroup
        label={t('system.redisPlace')}
        isLabelHidden
        value={place}
        choices={PLACES.map((value) => ({ value, text: t(`system.places.${value}`) }))}
        onChange={(next) => {
          setPlace(next);
          if (next === 'own' && redisUrl !== '') save('');
        }}
      />
      {place === 'own' ? (
        <p className="mt-3 text-quiet text-sm">{t('system.ownHint')}</p>
      ) : (
        <RemoteRedisForm key={redisUrl} savedUrl={redisUrl} isBusy={isBusy} onSave={save} />
      )}
      {fault === null ? null : (
        <div className="mt-4">
          <FaultNotice fault={fault} />
        </div>
      )}
    </Card>
  );
}
