import { zodResolver } from '@hookform/resolvers/zod';
import { STORE_NAME_MAX_CHARS } from '@shared/ipc/stores';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useCreateStore, useRenameStore, useStores, useSwitchStore } from '../../ipc/store-queries';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { INPUT_LOOKS } from '../../ui/fields';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { SavedTextBox } from '../../ui/SavedTextBox';

const formSchema = z.object({ name: z.string().trim().min(1).max(STORE_NAME_MAX_CHARS) });

/** The seller's stores: named, added, opened. */
export function StoresCard() {
  const { t } = useTranslation();
  const stores = useStores();
  const create = useCreateStore();
  const rename = useRenameStore();
  const change = useSwitchStore();
  const fault = create.error ?? rename.error ?? change.error;
  const id = useId();
  const { register, handleSubmit, reset, formState } = useForm<z.infer<typeof formSchema>>({
    resolver: zodResolver(formSchema),
    defaultValues: { name: '' },
    mode: 'onChange',
  });
  return (
    <Card title={t('stores.title')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('stores.hint')}</p>
      {fault ? <FaultNotice fault={fault} /> : null}
      <QueryView query={stores}>
        {({ stores: list, currentId }) => (
          <ul className="mb-4 flex flex-col gap-3">
            {list.map((store) => (
              <li key={store.id} className="flex items-end gap-3">
                <div className="flex-1">
                  <SavedTextBox
                    label={t('stores.name')}
                    value={store.name}
                    maxLength={STORE_NAME_MAX_CHARS}
                    onSave={(name) => {
                      if (name.trim() !== '') rename.mutate({ id: store.id, name });
                    }}
                  />
                </div>
                <div className="flex min-h-9 w-24 items-center justify-end">
                  {store.id === currentId ? (
                    <Badge tone="good">{t('stores.current')}</Badge>
                  ) : (
                    <Button
                      isDisabled={change.isPending}
                      aria-label={t('stores.openOf', { name: store.name })}
                      onPress={() => change.mutate(store.id)}
                    >
                      {change.isPending && change.variables === store.id
                        ? t('stores.opening')
                        : t('stores.open')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <form
        className="flex flex-wrap gap-2 border-line border-t pt-4"
        onSubmit={(event) => {
          void handleSubmit(({ name }) => {
            create.mutate(name);
            reset();
          })(event);
        }}
      >
        <label htmlFor={id} className="sr-only">
          {t('stores.newName')}
        </label>
        <div className="min-w-48 flex-1">
          <input
            id={id}
            placeholder={t('stores.newName')}
            className={INPUT_LOOKS}
            {...register('name')}
          />
        </div>
        <Button type="submit" isDisabled={!formState.isValid || create.isPending}>
          <Plus aria-hidden="true" size={16} />
          {t('stores.add')}
        </Button>
      </form>
    </Card>
  );
}
