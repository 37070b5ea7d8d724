import type { PictureBackupSettings } from '@shared/domain/settings';
import type { PictureBackupStatus } from '@shared/ipc/pictures';
import { CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClearSecret, useSecretsStatus, useSetSecret } from '../../ipc/app-queries';
import { usePictureBackupStatus, useTestPictureBackup } from '../../ipc/picture-backup-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatTime } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { ReasonList } from '../../ui/ReasonList';
import { SavedTextBox } from '../../ui/SavedTextBox';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { KeyField } from './keys/KeyField';
import type { SettingsPartProps } from './SettingsPage';

const KEYS = [
  { name: 'pictureBackupAccessKeyId', label: 'accessKeyId' },
  { name: 'pictureBackupSecretKey', label: 'secretKey' },
] as const;

/** Where copies of the product pictures go, the keys to it, a test and how far the copies are. */
export function PictureBackupCard({ settings: { pictureBackup }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const status = usePictureBackupStatus();
  const test = useTestPictureBackup();
  const put = (part: Partial<PictureBackupSettings>): void => {
    test.reset();
    onChange({ pictureBackup: part });
  };
  return (
    <Card
      title={t('pictureBackup.title')}
      aside={
        <Button onPress={() => test.mutate()} isDisabled={test.isPending}>
          <CloudUpload aria-hidden="true" size={16} />
          {test.isPending ? t('pictureBackup.testing') : t('pictureBackup.test')}
        </Button>
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('pictureBackup.hint')}</p>
      <TickBox
        label={t('pictureBackup.isOn')}
        isTicked={pictureBackup.isOn}
        onChange={(isOn) => put({ isOn })}
      />
      <div className="mt-4 grid gap-4 @xl:grid-cols-2">
        <SavedTextBox
          label={t('pictureBackup.endpoint')}
          hint={t('pictureBackup.endpointHint')}
          value={pictureBackup.endpoint}
          maxLength={300}
          onSave={(endpoint) => put({ endpoint: endpoint.trim() })}
        />
        <SavedTextBox
          label={t('pictureBackup.region')}
          hint={t('pictureBackup.regionHint')}
          value={pictureBackup.region}
          maxLength={50}
          onSave={(region) => put({ region: region.trim() })}
        />
        <SavedTextBox
          label={t('pictureBackup.bucket')}
          value={pictureBackup.bucket}
          maxLength={100}
          onSave={(bucket) => put({ bucket: bucket.trim() })}
        />
        <SavedTextBox
          label={t('pictureBackup.prefix')}
          hint={t('pictureBackup.prefixHint')}
          value={pictureBackup.prefix}
          maxLength={200}
          onSave={(prefix) => put({ prefix: prefix.trim() })}
        />
      </div>
      <div className="mt-4 mb-5">
        <TickBox
          label={t('pictureBackup.isPathStyle')}
          isTicked={pictureBackup.isPathStyle}
          onChange={(isPathStyle) => put({ isPathStyle })}
        />
      </div>
      <BackupKeys onChanged={test.reset} />
      <div className="mt-4 flex flex-col gap-3">
        {test.isError ? <FaultNotice fault={test.error} /> : null}
        {test.data === undefined ? null : test.data.problem === null ? (
          <Notice tone="good" role="status" title={t('pictureBackup.works')} />
        ) : (
          <div role="alert">
            <ReasonList reasons={[test.data.problem]} />
          </div>
        )}
        <QueryView query={status}>{(current) => <Progress status={current} />}</QueryView>
      </div>
    </Card>
  );
}

function BackupKeys({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const secrets = useSecretsStatus();
  const set = useSetSecret();
  const clear = useClearSecret();
  const fault = set.error ?? clear.error;
  return (
    <>
      <QueryView query={secrets}>
        {(status) =>
          KEYS.map(({ name, label }) => {
            const kept = status.secrets.find((secret) => secret.name === name);
            return (
              <KeyField
                key={name}
                label={t(`pictureBackup.${label}`)}
                isSet={kept?.isSet ?? false}
                tail={kept?.tail ?? ''}
                isFixed={kept?.isFixed ?? false}
                isSecret
                isBusy={set.isPending || clear.isPending}
                onSave={(value) => {
                  onChanged();
                  set.mutate({ name, value });
                }}
                onClear={() => {
                  onChanged();
                  clear.mutate({ name });
                }}
              />
            );
          })
        }
      </QueryView>
      {fault === null ? null : <FaultNotice fault={fault} />}
    </>
  );
}

function Progress({ status }: { readonly status: PictureBackupStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { isPractice, isOn, isSetUp, waiting, stored, failed, problem, lastStoredAtMs } = status;
  if (isPractice) return <p className="text-quiet text-sm">{t('pictureBackup.practice')}</p>;
  if (isOn && !isSetUp) return <p className="text-sm text-warn">{t('pictureBackup.notSetUp')}</p>;
  if (!isOn && waiting + stored + failed === 0) return null;
  return (
    <div className="text-sm">
      <p role="status" className="text-quiet">
        {t('pictureBackup.counts', { stored, waiting, failed })}
        {lastStoredAtMs === null
          ? ''
          : ` · ${t('pictureBackup.lastStored', { time: formatTime(lastStoredAtMs, lastStoredAtMs, language) })}`}
      </p>
      {problem === null ? null : (
        <div className="mt-2">
          <p className="mb-1 font-medium">{t('pictureBackup.problem')}</p>
          <ReasonList reasons={[problem]} />
          <p className="mt-1 text-quiet">{t('pictureBackup.retryHint')}</p>
        </div>
      )}
    </div>
  );
}
