import type { SecretName } from '@shared/domain/secrets';
import type { Market } from '@shared/ipc/connection';
import type { SecretsStatus } from '@shared/ipc/secrets';
import { PlugZap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  useClearSecret,
  useConnectionTest,
  useSaveClientId,
  useSetSecret,
} from '../../../ipc/app-queries';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { Card } from '../../../ui/Page';
import { ConnectionVerdictNotice } from './ConnectionVerdictNotice';
import { KeyField } from './KeyField';

const SECRET_OF: Readonly<Record<Market, SecretName>> = {
  domeggook: 'domeggookKey',
  naver: 'naverClientSecret',
};

export interface MarketCardProps {
  readonly market: Market;
  readonly status: SecretsStatus;
}

/** The keys of one marketplace, with the test that proves them. */
export function MarketCard({ market, status }: MarketCardProps) {
  const { t } = useTranslation();
  const setSecret = useSetSecret();
  const clearSecret = useClearSecret();
  const saveClientId = useSaveClientId();
  const test = useConnectionTest();
  const name = SECRET_OF[market];
  const secret = status.secrets.find((each) => each.name === name);
  const changes = [setSecret, clearSecret, saveClientId];
  const fault = changes.find(({ isError }) => isError)?.error ?? test.error;
  const isBusy = changes.some(({ isPending }) => isPending);
  const isComplete = !status.missingForLive.some((missing) =>
    market === 'naver' ? missing.startsWith('naver') : missing === 'domeggookKey',
  );
  const { naverClientId } = status;
  return (
    <Card
      title={t(`keys.${market}`)}
      aside={
        <Button
          onPress={() => test.mutate(market)}
          isDisabled={!isComplete || test.isPending || isBusy}
        >
          <PlugZap aria-hidden="true" size={16} />
          {test.isPending ? t('keys.testing') : t('keys.test')}
        </Button>
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t(`keys.${market}Hint`)}</p>
      {market === 'naver' ? (
        <KeyField
          label={t('keys.names.naverClientId')}
          isSet={naverClientId !== ''}
          tail={naverClientId}
          isFixed={false}
          isSecret={false}
          isBusy={isBusy}
          onSave={(value) => saveClientId.mutate(value)}
          onClear={() => saveClientId.mutate('')}
        />
      ) : null}
      <KeyField
        label={t(`keys.names.${market === 'naver' ? 'naverClientSecret' : 'domeggookKey'}`)}
        isSet={secret?.isSet ?? false}
        tail={secret?.tail ?? ''}
        isFixed={secret?.isFixed ?? false}
        isSecret
        isBusy={isBusy}
        onSave={(value) => setSecret.mutate({ name, value })}
        onClear={() => clearSecret.mutate({ name })}
      />
      {fault ? <FaultNotice fault={fault} /> : null}
      {test.data === undefined ? null : <ConnectionVerdictNotice verdict={test.data} />}
    </Card>
  );
}
