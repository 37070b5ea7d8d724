import type { DraftSummary } from '@shared/ipc/drafts';
import { textOf } from '@shared/texts/catalogue';
import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDraftSelection } from '../../state/draft-selection';
import { Badge } from '../../ui/Badge';
import { formatCount, formatKrw, formatPercent } from '../../ui/format';
import { Picture } from '../../ui/Picture';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { DRAFT_LOOKS } from './draft-looks';

interface CellProps {
  readonly draft: DraftSummary;
}

/** The columns of the list of drafts. `t` is that of the language shown. */
export function draftColumns(
  t: ReturnType<typeof useTranslation>['t'],
): ColumnDef<DraftSummary, unknown>[] {
  const column = createColumnHelper<DraftSummary>();
  return [
    column.display({
      id: 'choose',
      header: '',
      meta: { width: 'w-12' },
      cell: ({ row }) => <ChooseCell draft={row.original} />,
    }),
    column.display({
      id: 'product',
      header: t('drafts.product'),
      cell: ({ row }) => <ProductCell draft={row.original} />,
    }),
    column.display({
      id: 'state',
      header: t('common.state'),
      meta: { width: 'w-32' },
      cell: ({ row }) => <StateCell draft={row.original} />,
    }),
    column.display({
      id: 'price',
      header: t('drafts.price'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => <PriceCell draft={row.original} />,
    }),
    column.display({
      id: 'profit',
      header: t('drafts.profit'),
      meta: { width: 'w-28', align: 'right', hiding: '@max-2xl:hidden' },
      cell: ({ row }) => <ProfitCell draft={row.original} />,
    }),
  ];
}

function ChooseCell({ draft }: CellProps) {
  const { t } = useTranslation();
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

function ProductCell({ draft }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first] = draft.reasons.filter(({ severity }) => severity !== 'warn');
  const { length: stops } = draft.reasons.filter(({ severity }) => severity !== 'warn');
  return (
    <div className="flex items-center gap-3.5">
      <Picture url={draft.pictureUrl} alt="" className="size-13" />
      <div className="min-w-0">
        <Link
          to={`/drafts/${draft.itemNo}`}
          className="block truncate rounded font-medium after:absolute after:inset-0"
        >
          {draft.name === '' ? draft.itemNo : draft.name}
        </Link>
        <p className="truncate text-quiet text-sm">
          {[
            draft.itemNo,
            draft.categoryPath ?? t('drafts.noCategory'),
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

function StateCell({ draft }: CellProps) {
  const { t } = useTranslation();
  const { tone, Icon } = DRAFT_LOOKS[draft.state];
  return (
    <Badge tone={tone} Icon={Icon}>
      {t(`drafts.states.${draft.state}`)}
    </Badge>
  );
}

function PriceCell({ draft }: CellProps) {
  const language = useLanguage();
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

function ProfitCell({ draft }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
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
