import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import type { useTranslation } from 'react-i18next';
import { DimensionHeader } from './DimensionHeader';
import {
  PaidCell,
  PriceCell,
  SelectCell,
  SourceCell,
  StockCell,
  UsableCell,
  ValueCell,
} from './option-cells';
import type { OptionRow } from './option-view';
import { SelectAll } from './SelectAll';

/** The supplier's own words name a row best: they stay while its values are typed. */
const nameOf = (row: OptionRow): string => row.sourceText ?? row.values.join(' / ');

/** The grid's columns for `axes` dimensions: what the supplier wrote, what becomes of it, price, stock and sale. */
export function optionColumns(
  t: ReturnType<typeof useTranslation>['t'],
  axes: number,
): ColumnDef<OptionRow, unknown>[] {
  const column = createColumnHelper<OptionRow>();
  const dimensions = Array.from({ length: axes }, (_, axis) =>
    column.display({
      id: `value-${axis}`,
      header: () => <DimensionHeader axis={axis} />,
      cell: ({ row: { original } }) => (
        <ValueCell
          place={original.place}
          name={nameOf(original)}
          axis={axis}
          value={original.values[axis] ?? ''}
          isWrong={original.wrongAxes.includes(axis)}
        />
      ),
    }),
  );
  return [
    column.display({
      id: 'select',
      header: () => <SelectAll />,
      meta: { width: 'w-12' },
      cell: ({ row: { original } }) => (
        <SelectCell place={original.place} name={nameOf(original)} />
      ),
    }),
    column.display({
      id: 'source',
      header: t('optionEditor.source'),
      cell: ({ row }) => <SourceCell text={row.original.sourceText} />,
    }),
    ...dimensions,
    column.display({
      id: 'price',
      header: t('optionEditor.addition'),
      meta: { width: 'w-32', align: 'right' },
      cell: ({ row: { original } }) => (
        <PriceCell
          place={original.place}
          name={nameOf(original)}
          value={original.priceKrw}
          isWrong={original.isWrong}
        />
      ),
    }),
    column.display({
      id: 'paid',
      header: t('optionEditor.paid'),
      meta: { width: 'w-32', align: 'right' },
      cell: ({ row: { original } }) => (
        <PaidCell paidKrw={original.paidKrw} isWrong={original.isWrong} />
      ),
    }),
    column.display({
      id: 'stock',
      header: t('optionEditor.stock'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row: { original } }) => (
        <StockCell place={original.place} name={nameOf(original)} value={original.stock} />
      ),
    }),
    column.display({
      id: 'usable',
      header: t('optionEditor.usable'),
      meta: { width: 'w-20' },
      cell: ({ row: { original } }) => (
        <UsableCell place={original.place} name={nameOf(original)} isUsable={original.usable} />
      ),
    }),
  ];
}
