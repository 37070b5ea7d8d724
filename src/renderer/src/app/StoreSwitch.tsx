import { useTranslation } from 'react-i18next';
import { useStores, useSwitchStore } from '../ipc/store-queries';
import { FaultNotice } from '../ui/FaultNotice';
import { SelectBox } from '../ui/fields';

/** Which store is open, and the way to another; nothing while there is only one. */
export function StoreSwitch() {
  const { t } = useTranslation();
  const stores = useStores();
  const change = useSwitchStore();
  if (stores.data === undefined || stores.data.stores.length < 2) return null;
  return (
    <div className="mt-5 px-1 max-lg:hidden">
      <SelectBox
        label={t('stores.choose')}
        value={change.isPending ? change.variables : stores.data.currentId}
        choices={stores.data.stores.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(id) => {
          if (id !== stores.data.currentId) change.mutate(id);
        }}
      />
      {change.isError ? <FaultNotice fault={change.error} /> : null}
    </div>
  );
}
