import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { Plug, Save } from 'lucide-react';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../ipc/use-client';
import { Button } from '../../../ui/Button';
import { CodeNotice } from '../../../ui/CodeNotice';
import { FaultNotice } from '../../../ui/FaultNotice';
import { INPUT_LOOKS } from '../../../ui/fields';
import { formatCount } from '../../../ui/format';
import { Notice } from '../../../ui/Notice';
import { useLanguage } from '../../../ui/use-language';
import {
  keptPasswordOf,
  type RedisForm,
  redisFormOf,
  redisFormSchema,
  redisUrlOf,
} from './redis-form';

interface RemoteRedisFormProps {
  readonly savedUrl: string;
  readonly isBusy: boolean;
  readonly onSave: (url: string) => void;
}

/** The address of a shared server. It is tried before it is saved: nothing goes out while the server is away. */
export function RemoteRedisForm({ savedUrl, isBusy, onSave }: RemoteRedisFormProps) {
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
  /** Saves what answers; what does not is shown, and saved only when the seller says so. */
  const save = (form: RedisForm): void =>
    test.mutate(form, {
      onSuccess: ({ kind }) => {
        if (kind === 'works') onSave(redisUrlOf(form));
      },
    });
  const isEncrypted = watch('isEncrypted');
  const kept = keptPasswordOf(watch(), savedUrl);
  const label = 'mb-1 block font-medium text-quiet text-sm';
  return (
    <form
      className="mt-4 flex flex-col gap-4"
      onChange={() => test.reset()}
      onSubmit={(event) => void handleSubmit(save)(event)}
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
            aria-describedby={`${id}kept`}
            className={INPUT_LOOKS}
            // What is typed takes the place of the dots, which stand for a password that the page never has.
            onFocus={(event) => event.target.select()}
            {...register('password')}
          />
          <p
            id={`${id}kept`}
            className={`mt-1 text-xs ${kept === 'lost' ? 'text-warn' : 'text-quiet'}`}
          >
            {kept === 'none' ? null : t(`system.passwordKept.${kept}`)}
          </p>
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
        <Button
          type="submit"
          tone="primary"
          isDisabled={!formState.isValid || isBusy || test.isPending}
        >
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
        <CodeNotice
          role="alert"
          code={test.data.code}
          params={test.data.params}
          actions={
            <Button
              size="small"
              isDisabled={isBusy}
              onPress={() => void handleSubmit((form) => onSave(redisUrlOf(form)))()}
            >
              {t('system.applyAnyway')}
            </Button>
          }
        />
      ) : null}
    </form>
  );
}
