import { parseItemNo } from '@shared/domain/ids';
import type { PolicyLevel } from '@shared/domain/watch-policy';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { SelectBox } from '../../ui/fields';
import { formatCount } from '../../ui/format';
import { SearchPick } from '../../ui/SearchPick';
import { useLanguage } from '../../ui/use-language';

/** Rows that a search offers at once. */
const FOUND = 20;
const LEVELS: readonly PolicyLevel[] = ['store', 'supplier', 'item'];

export interface PolicyScopeChooserProps {
  readonly level: PolicyLevel;
  /** Id and words of the supplier or product that is chosen; null while none is. */
  readonly chosenId: string | null;
  readonly chosen: string | null;
  readonly suppliers: readonly { readonly supplierId: string; readonly products: number }[];
  readonly onChoose: (level: PolicyLevel, of?: string) => void;
}

/** Chooses whose policies are set: the whole store's, one supplier's or one product's. */
export function PolicyScopeChooser({
  level,
  chosenId,
  chosen,
  suppliers,
  onChoose,
}: PolicyScopeChooserProps) {
  const { t } = useTranslation();
  return (
    <div className="mb-4 flex flex-col gap-3">
      <ChoiceGroup
        label={t('watch.policyFor')}
        value={level}
        choices={LEVELS.map((value) => ({ value, text: t(`watch.policyLevels.${value}`) }))}
        onChange={(next) => onChoose(next)}
      />
      {level === 'store' ? null : (
        <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
          <div className="min-w-72 max-w-md flex-1">
            {level === 'supplier' ? (
              <SupplierPick
                chosenId={chosenId}
                suppliers={suppliers}
                onPick={(id) => onChoose('supplier', id)}
              />
            ) : (
              <ProductPick onPick={(id) => onChoose('item', id)} />
            )}
          </div>
          <p role="status" className="min-h-9 content-center">
            {chosen === null ? (
              <span className="text-quiet">{t(`watch.policyChoose.${level}`)}</span>
            ) : (
              <strong>{chosen}</strong>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

interface PickProps {
  readonly onPick: (id: string) => void;
}

function SupplierPick({
  chosenId,
  suppliers,
  onPick,
}: PickProps & Pick<PolicyScopeChooserProps, 'chosenId' | 'suppliers'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState('');
  const typed = text.trim().toLowerCase();
  const wordsOf = ({ supplierId, products }: (typeof suppliers)[number]): string =>
    t('watch.supplierWords', {
      supplierId,
      products: t('watch.productCount', {
        count: products,
        value: formatCount(products, language),
      }),
    });
  if (suppliers.length <= FOUND) {
    return (
      <SelectBox
        label={t('watch.pickSupplier')}
        value={chosenId}
        choices={suppliers.map((one) => ({ value: one.supplierId, text: wordsOf(one) }))}
        onChange={onPick}
      />
    );
  }
  const found = suppliers
    .filter(({ supplierId }) => supplierId.toLowerCase().includes(typed))
    .slice(0, FOUND)
    .map((one) => ({ id: one.supplierId, words: wordsOf(one) }));
  return (
    <SearchPick
      label={t('watch.pickSupplier')}
      text={text}
      onType={setText}
      found={found}
      onPick={onPick}
    />
  );
}

function ProductPick({ onPick }: PickProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const products = useProductSearch(text.trim());
  return (
    <SearchPick
      label={t('watch.pickProduct')}
      text={text}
      onType={setText}
      found={products.map(({ itemNo, name }) => ({ id: itemNo, words: `${name} (${itemNo})` }))}
      onPick={onPick}
    />
  );
}

function useProductSearch(text: string) {
  const client = useClient();
  const filter = { text, offset: 0, limit: FOUND };
  const found = useQuery({
    queryKey: queryKeys.watch.products(filter),
    queryFn: () => client.request('watch.listProducts', filter),
    enabled: text.length > 1,
  });
  return found.data?.products ?? [];
}

/** The watched product with this number; null while it is not known. */
export function useWatchedProduct(itemNo: string | null) {
  const number = parseItemNo(itemNo ?? '');
  return useProductSearch(number ?? '').find((product) => product.itemNo === number) ?? null;
}
