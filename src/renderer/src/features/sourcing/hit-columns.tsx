import type { ItemNo } from '@shared/domain/ids';
import type { SourcingRow } from '@shared/domain/sourcing';
import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import { useSourcingSelection } from '../../state/item-selection';
import { formatCount, formatKrw, formatPercent } from '../../ui/format';
import { Picture } from '../../ui/Picture';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { deliveryWords, HitFlags } from './HitCard';
import { ProgressBadge } from './progress-looks';

interface CellProps {
  readonly hit: SourcingRow;
}

/** The columns of the hits as a table. `t` is that of the language shown. */
export function hitColumns(
  t: ReturnType<typeof useTranslation>['t'],
  onOpen: (itemNo: ItemNo) => void,
): ColumnDef<SourcingRow, unknown>[] {
  const column = createColumnHelper<SourcingRow>();
  return [
    column.display({
      id: 'choose',
      header: () => <span className="sr-only">{t('sourcing.choosePage')}</span>,
      meta: { width: 'w-12' },
      cell: ({ row }) => <ChooseCell hit={row.original} />,
    }),
    column.display({
      id: 'product',
      header: t('sourcing.product'),
      cell: ({ row }) => <ProductCell hit={row.original} onOpen={onOpen} />,
    }),
    column.display({
      id: 'price',
      header: t('sourcing.supplyPrice'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => <PriceCell hit={row.original} />,
    }),
    column.display({
      id: 'delivery',
      header: t('sourcing.delivery'),
      meta: { width: 'w-32', hiding: '@max-3xl:hidden' },
      cell: ({ row }) => <DeliveryCell hit={row.original} />,
    }),
    column.display({
      id: 'profit',
      header: t('sourcing.profit'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => <ProfitCell hit={row.original} />,
    }),
  ];
}

function ChooseCell({ hit }: CellProps) {
  const { t } = useTranslation();
  const isChosen = useSourcingSelection(({ chosen }) => chosen.has(hit.itemNo));
  const choose = useSourcingSelection((selection) => selection.choose);
  return (
    <TickBox
      label={t('sourcing.choose', { title: hit.title })}
      isLabelHidden
      isTicked={isChosen}
      isDisabled={hit.progress === 'registered'}
      onChange={(isTicked) => choose([hit.itemNo], isTicked)}
    />
  );
}

function ProductCell({ hit, onOpen }: CellProps & { readonly onOpen: (itemNo: ItemNo) => void }) {
  return (
    <div className="flex items-center gap-3.5">
      <Picture url={hit.thumbnailUrl} alt="" className="size-13" />
      <div className="min-w-0">
        <button
          type="button"
          onClick={() => onOpen(hit.itemNo)}
          className="block max-w-full cursor-pointer truncate rounded text-left font-medium after:absolute after:inset-0"
        >
          {hit.title}
        </button>
        <p className="flex items-center gap-2 truncate text-quiet text-sm">
          {[hit.itemNo, hit.supplierNick ?? hit.supplierId].join(' · ')}
          <ProgressBadge progress={hit.progress} />
        </p>
        <HitFlags hit={hit} />
      </div>
    </div>
  );
}

function PriceCell({ hit }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p className="font-semibold">{formatKrw(hit.priceKrw, language)}</p>
      {hit.unitQuantity > 1 ? (
        <p className="text-quiet text-xs">
          {t('sourcing.unit', { value: formatCount(hit.unitQuantity, language) })}
        </p>
      ) : null}
    </>
  );
}

function DeliveryCell({ hit }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return <p className="text-sm">{deliveryWords(hit, t, language)}</p>;
}

function ProfitCell({ hit }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (hit.estimate === null) {
    return <p className="text-quiet text-xs">{t('sourcing.noEstimate')}</p>;
  }
  return (
    <>
      <p className="font-medium text-good">{formatKrw(hit.estimate.netProfitKrw, language)}</p>
      <p className="text-quiet text-xs">
        {t('sourcing.margin', { percent: formatPercent(hit.estimate.marginRate, language) })}
      </p>
    </>
  );
}
