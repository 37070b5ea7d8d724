import { zodResolver } from '@hookform/resolvers/zod';
import { Check, Lock } from 'lucide-react';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { INPUT_LOOKS } from '../../../ui/fields';

const formSchema = z.object({ value: z.string().trim().min(1).max(2000) });
type KeyForm = z.infer<typeof formSchema>;

export interface KeyFieldProps {
  readonly label: string;
  readonly isSet: boolean;
  /** Last characters of the kept value; empty when they would give too much away. */
  readonly tail: string;
  readonly isFixed: boolean;
  /** Hidden while typed. */
  readonly isSecret: boolean;
  readonly isBusy: boolean;
  readonly onSave: (value: string) => void;
  readonly onClear: () => void;
}

/** One key: what is kept of it, and a field that replaces it. The kept value itself never comes here. */
export function KeyField({
  label,
  isSet,
  tail,
  isFixed,
  isSecret,
  isBusy,
  onSave,
  onClear,
}: KeyFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const { register, handleSubmit, reset, formState } = useForm<KeyForm>({
    resolver: zodResolver(formSchema),
    defaultValues: { value: '' },
    mode: 'onChange',
  });
  return (
    <form
      className="grid gap-x-4 gap-y-2 border-line border-t py-4 first:border-t-0 first:pt-0 @xl:grid-cols-[13rem_1fr]"
      onSubmit={(event) => {
        void handleSubmit(({ value }) => {
          onSave(value);
          reset();
        })(event);
      }}
    >
      <div>
        <label htmlFor={id} className="block font-medium">
          {label}
        </label>
        <div className="mt-1">
          {isFixed ? (
            <Badge tone="quiet" Icon={Lock}>
              {tail === '' ? t('keys.setShort') : t('keys.set', { tail })}
            </Badge>
          ) : isSet ? (
            <Badge tone="good" Icon={Check}>
              {tail === '' ? t('keys.setShort') : t('keys.set', { tail })}
            </Badge>
          ) : (
            <Badge tone="quiet">{t('keys.unset')}</Badge>
          )}
        </div>
      </div>
      {isFixed ? (
        <p className="self-center text-quiet text-sm">{t('keys.fixed')}</p>
      ) : (
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-48 flex-1">
            <input
              id={id}
              type={isSecret ? 'password' : 'text'}
              autoComplete="off"
              spellCheck={false}
              placeholder={t('keys.enter')}
              className={INPUT_LOOKS}
              {...register('value')}
            />
            {isSecret ? <p className="mt-1 text-quiet text-xs">{t('keys.enterHint')}</p> : null}
          </div>
          <Button type="submit" isDisabled={!formState.isValid || isBusy}>
            {t('keys.save')}
          </Button>
          {isSet ? (
            <Button tone="ghost" isDisabled={isBusy} onPress={onClear}>
              {t('keys.clear')}
            </Button>
          ) : null}
        </div>
      )}
    </form>
  );
}
