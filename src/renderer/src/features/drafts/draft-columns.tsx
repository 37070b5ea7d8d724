import type { DraftSummary } from '@shared/ipc/drafts';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { useDraftSelection } from '../../state/item-selection';
import { Badge } from '../../ui/Badge';
import { formatCount, formatKrw, formatPercent } from '../../ui/format';
import { Picture } from '../../ui/Picture';
import { TickBox } from '../../ui/TickBox';
import { DRAFT_LOOKS } from './draft-looks';

/** What cells write with; handed in, so that the hundreds of cells in view need not each listen for it. */
interface Words {
  readonly t: TFunction;
  readonly language: Language;
}

interface CellProps extends Words {
  readonly draft: DraftSummary;
}

/** The columns of the list of drafts, in the language shown. */
export function draftColumns(words: Words): ColumnDef<DraftSummary, unknown>[] {
  const { t } = words;
  const column = createColumnHelper<DraftSummary>();
  return [
    column.display({
      id: 'choose',
      header: '',
      meta: { width: 'w-12' },
      cell: ({ row }) => <ChooseCell {...words} draft={row.original} />,
    }),
    column.display({
      id: 'product',
      header: t('drafts.product'),
      cell: ({ row }) => <ProductCell {...words} draft={row.original} />,
    }),
    column.display({
      id: 'state',
      header: t('common.state'),
      meta: { width: 'w-32' },
      cell: ({ row }) => <StateCell {...words} draft={row.original} />,
    }),
    column.display({
      id: 'price',
      header: t('drafts.price'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => <PriceCell {...words} draft={row.original} />,
    }),
    column.display({
      id: 'profit',
      header: t('drafts.profit'),
      meta: { width: 'w-28', align: 'right', hiding: '@max-2xl:hidden' },
      cell: ({ row }) => <ProfitCell {...words} draft={row.original} />,
    }),
  ];
}

function ChooseCell({ t, draft }: CellProps) {
  const isChosen = useDraftSelection(({ chosen }) => chosen.has(draft.itemNo));
  const choose = useDraftSelection((selection) => selection.choose);
  return (
    // Above the link that covers the row.
    <span className="relative z-[1] flex">
      <TickBox
        label={t('review.selectRow', { name: draft.name === '' ? draft.itemNo : draft.name })}
        isLabelHidden
        isTicked={isChosen}
        onChange={(isTicked) => choose([draft.itemNo], isTicked)}
      />
    </span>
  );
}

function ProductCell({ t, language, draft }: CellProps) {
  const [first] = draft.reasons.filter(({ severity }) => severity !== 'warn');
  const { length: stops } = draft.reasons.filter(({ severity }) => severity !== 'warn');
  return (
    <div className="flex items-center gap-3.5">
      <Picture url={draft.pictureUrl} alt="" className="size-13" />
      <div className="min-w-0">
        <a
          href={`#/drafts/${draft.itemNo}`}
          className="block truncate rounded font-medium after:absolute after:inset-0"
        >
          {draft.name === '' ? draft.itemNo : draft.name}
        </a>
        <p className="truncate text-quiet text-sm">
          {[
            draft.itemNo,
            // The end of the path tells products apart, its beginning does not.
            draft.categoryPath?.split('>').slice(-2).join(' › ') ?? t('drafts.noCategory'),
            draft.optionCount === 0
              ? t('drafts.noOptions')
              : t('drafts.optionCount', { count: draft.optionCount }),
          ].join(' · ')}
        </p>
        {first === undefined ? null : (
          <p
            className={`truncate text-sm ${first.severity === 'block' ? 'text-bad' : 'text-warn'}`}
          >
            {textOf(first.code, language, first.params).message}
            {stops > 1
              ? ` (${t('drafts.moreReasons', { count: stops - 1, value: formatCount(stops - 1, language) })})`
              : null}
          </p>
        )}
      </div>
    </div>
  );
}

function StateCell({ t, draft }: CellProps) {
  const { tone, Icon } = DRAFT_LOOKS[draft.state];
  return (
    <Badge tone={tone} Icon={Icon}>
      {t(`drafts.states.${draft.state}`)}
    </Badge>
  );
}

function PriceCell({ language, draft }: CellProps) {
  return (
    <>
      <p className="font-semibold">
        {formatKrw(draft.salePriceKrw - draft.immediateDiscountKrw, language)}
      </p>
      {draft.immediateDiscountKrw === 0 ? null : (
        <p className="text-quiet text-xs line-through">{formatKrw(draft.salePriceKrw, language)}</p>
      )}
    </>
  );
}

function ProfitCell({ t, language, draft }: CellProps) {
  return (
    <>
      <p className={`font-medium ${draft.netProfitKrw < 0 ? 'text-bad' : ''}`}>
        {formatKrw(draft.netProfitKrw, language)}
      </p>
      <p className="text-quiet text-xs">
        {t('drafts.margin', { percent: formatPercent(draft.marginRate, language) })}
      </p>
    </>
  );
}
