import { zodResolver } from '@hookform/resolvers/zod';
import { textOf } from '@shared/texts/catalogue';
import { useMutation } from '@tanstack/react-query';
import { Plug, Save } from 'lucide-react';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useReopen } from '../../../ipc/app-queries';
import { useAppInfo, useUpdateSettings } from '../../../ipc/settings-queries';
import { useClient } from '../../../ipc/use-client';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { FaultNotice } from '../../../ui/FaultNotice';
import { INPUT_LOOKS } from '../../../ui/fields';
import { formatCount } from '../../../ui/format';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { useLanguage } from '../../../ui/use-language';
import type { SettingsPartProps } from '../SettingsPage';
import { type RedisForm, redisFormOf, redisFormSchema, redisUrlOf } from './redis-form';

const PLACES = ['own', 'remote'] as const;

/** Where the limits of the marketplaces are counted: on this PC, or on a server that several PCs share. */
export function RedisCard({ settings: { redisUrl } }: SettingsPartProps) {
  const { t } = useTranslation();
  const info = useAppInfo();
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
        info.data === undefined ? null : (
          <Badge tone={info.data.backend === 'embedded' ? 'quiet' : 'good'}>
            {t(`system.backends.${info.data.backend}`)}
          </Badge>
        )
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('system.redisHint')}</p>
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
        <RemoteForm key={redisUrl} savedUrl={redisUrl} isBusy={isBusy} onSave={save} />
      )}
      {fault === null ? null : (
        <div className="mt-4">
          <FaultNotice fault={fault} />
        </div>
      )}
    </Card>
  );
}

interface RemoteFormProps {
  readonly savedUrl: string;
  readonly isBusy: boolean;
  readonly onSave: (url: string) => void;
}

function RemoteForm({ savedUrl, isBusy, onSave }: RemoteFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const id = useId();
  const { register, handleSubmit, formState, watch } = useForm<RedisForm>({
    resolver: zodResolver(redisFormSchema),
    defaultValues: redisFormOf(savedUrl),
    mode: 'onChange',
  });
  const test = useMutation({
    mutationFn: (form: RedisForm) =>
      client.request('connection.testRedis', { url: redisUrlOf(form) }),
  });
  const isEncrypted = watch('isEncrypted');
  const label = 'mb-1 block font-medium text-quiet text-sm';
  return (
    <form
      className="mt-4 flex flex-col gap-4"
      onChange={() => test.reset()}
      onSubmit={(event) => void handleSubmit((form) => onSave(redisUrlOf(form)))(event)}
    >
      <div className="grid gap-4 @xl:grid-cols-[1fr_8rem]">
        <div>
          <label htmlFor={`${id}host`} className={label}>
            {t('system.host')}
          </label>
          <input
            id={`${id}host`}
            placeholder="redis.example.com"
            spellCheck={false}
            aria-invalid={formState.errors.host !== undefined}
            className={INPUT_LOOKS}
            {...register('host')}
          />
        </div>
        <div>
          <label htmlFor={`${id}port`} className={label}>
            {t('system.port')}
          </label>
          <input
            id={`${id}port`}
            inputMode="numeric"
            aria-invalid={formState.errors.port !== undefined}
            className={`${INPUT_LOOKS} text-right`}
            {...register('port', { setValueAs: (typed: string | number) => Number(typed) })}
          />
        </div>
      </div>
      <div className="grid gap-4 @xl:grid-cols-2">
        <div>
          <label htmlFor={`${id}user`} className={label}>
            {t('system.user')}
          </label>
          <input
            id={`${id}user`}
            autoComplete="off"
            spellCheck={false}
            className={INPUT_LOOKS}
            {...register('user')}
          />
        </div>
        <div>
          <label htmlFor={`${id}password`} className={label}>
            {t('system.password')}
          </label>
          <input
            id={`${id}password`}
            type="password"
            autoComplete="off"
            className={INPUT_LOOKS}
            {...register('password')}
          />
        </div>
      </div>
      <label className="flex cursor-pointer items-center gap-2.5 text-sm">
        <input type="checkbox" className="size-4.5 accent-accent" {...register('isEncrypted')} />
        {t('system.tls')}
      </label>
      {isEncrypted ? null : <p className="text-sm text-warn">{t('system.tlsOff')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={!formState.isValid || test.isPending}
          onPress={() => void handleSubmit((form) => test.mutate(form))()}
        >
          <Plug aria-hidden="true" size={16} />
          {test.isPending ? t('system.testing') : t('system.test')}
        </Button>
        <Button type="submit" tone="primary" isDisabled={!formState.isValid || isBusy}>
          <Save aria-hidden="true" size={16} />
          {isBusy ? t('system.applying') : t('system.apply')}
        </Button>
      </div>
      {test.isError ? <FaultNotice fault={test.error} /> : null}
      {test.data?.kind === 'works' ? (
        <Notice tone="good" role="status" title={t('system.works', { server: test.data.server })}>
          {[
            t('system.version', { version: test.data.version ?? '–' }),
            t(test.data.isEncrypted ? 'system.encrypted' : 'system.plain'),
            t('system.took', { ms: formatCount(Math.round(test.data.tookMs), language) }),
          ].join(' · ')}
        </Notice>
      ) : null}
      {test.data?.kind === 'fails' ? (
        <Notice
          tone="bad"
          role="alert"
          title={textOf(test.data.code, language, test.data.params).message}
        >
          {textOf(test.data.code, language, test.data.params).fix}
        </Notice>
      ) : null}
    </form>
  );
}
