import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../ui/FaultNotice';
import { SelectBox } from '../../ui/fields';
import { useWholesaleCategories } from './use-sourcing';

export interface CategoryCascadeProps {
  /** Code of the category; empty for all. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Stands for "everything below the level above". */
const ALL = '*';

/** The wholesaler's category tree, one level after the other as deep as it goes. */
export function CategoryCascade({ value, onChange }: CategoryCascadeProps) {
  const { t } = useTranslation();
  const tree = useWholesaleCategories();
  const { data } = tree;
  if (data === undefined) {
    return (
      <div>
        <p className="mb-1 font-medium text-quiet text-sm">{t('sourcing.category')}</p>
        {tree.isError ? (
          <FaultNotice fault={tree.error} onRetry={() => void tree.refetch()} />
        ) : (
          <div role="status" className="min-h-9 animate-pulse rounded-lg bg-sunken">
            <span className="sr-only">{t('common.loading')}</span>
          </div>
        )}
      </div>
    );
  }
  const byCode = new Map(data.categories.map((each) => [each.code, each]));
  const path: string[] = [];
  for (let code: string | null = value; code !== null && byCode.has(code); ) {
    path.unshift(code);
    code = byCode.get(code)?.parentCode ?? null;
  }
  const levels = [null, ...path].map((parentCode, at) => ({
    level: at + 1,
    parentCode,
    chosen: path[at] ?? null,
    children: data.categories.filter((each) => each.parentCode === parentCode),
  }));
  return (
    <div className="flex flex-col gap-2">
      {levels
        .filter(({ children }) => children.length > 0)
        .map(({ level, parentCode, chosen, children }) => (
          <SelectBox
            key={`${level} ${parentCode ?? ''}`}
            label={level === 1 ? t('sourcing.category') : t('sourcing.categoryLevel', { level })}
            value={chosen ?? ALL}
            choices={[
              { value: ALL, text: t('sourcing.categoryAll') },
              ...children.map(({ code, name }) => ({ value: code, text: name })),
            ]}
            onChange={(code) => onChange(code === ALL ? (parentCode ?? '') : code)}
          />
        ))}
    </div>
  );
}
