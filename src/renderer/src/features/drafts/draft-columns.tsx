import type { DraftListState } from '@shared/domain/draft';
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

/** The columns of the list of drafts, in the language shown. */
export function draftColumns({ t, language }: Words): ColumnDef<DraftSummary, unknown>[] {
  const column = createColumnHelper<DraftSummary>();
  const words = draftWords(t, language);
  return [
    column.display({
      id: 'choose',
      header: '',
      meta: { width: 'w-12' },
      cell: ({ row }) => <ChooseCell t={t} draft={row.original} />,
    }),
    column.display({
      id: 'product',
      header: t('drafts.product'),
      cell: ({ row }) => productCell(words, row.original),
    }),
    column.display({
      id: 'state',
      header: t('common.state'),
      meta: { width: 'w-32' },
      cell: ({ row }) => stateCell(words, row.original),
    }),
    column.display({
      id: 'price',
      header: t('drafts.price'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => priceCell(words, row.original),
    }),
    column.display({
      id: 'profit',
      header: t('drafts.profit'),
      meta: { width: 'w-28', align: 'right', hiding: '@max-2xl:hidden' },
      cell: ({ row }) => profitCell(words, row.original),
    }),
  ];
}

type DraftWords = ReturnType<typeof draftWords>;

/** What every row says alike is looked up once, not once per row. */
function draftWords(t: TFunction, language: Language) {
  return {
    t,
    language,
    noCategory: t('drafts.noCategory'),
    noOptions: t('drafts.noOptions'),
    states: {
      ready: t('drafts.states.ready'),
      'needs-review': t('drafts.states.needs-review'),
      blocked: t('drafts.states.blocked'),
      registered: t('drafts.states.registered'),
    } satisfies Readonly<Record<DraftListState, string>>,
  };
}

interface ChooseCellProps extends Pick<Words, 't'> {
  readonly draft: DraftSummary;
}

function ChooseCell({ t, draft }: ChooseCellProps) {
  const isChosen = useDraftSelection(({ chosen }) => chosen.has(draft.itemNo));
  return (
    <TickBox
      label={t('review.selectRow', { name: draft.name === '' ? draft.itemNo : draft.name })}
      isLabelHidden
      isTicked={isChosen}
      onChange={(isTicked) => useDraftSelection.getState().choose([draft.itemNo], isTicked)}
    />
  );
}

/*
 * The other cells are functions, not components: the table makes a component of each already, and
 * a list scrolled fast makes hundreds of them a second.
 */

function productCell({ t, language, noCategory, noOptions }: DraftWords, draft: DraftSummary) {
  const stops = draft.reasons.filter(({ severity }) => severity !== 'warn');
  const [first] = stops;
  return (
    <div className="flex items-center gap-3.5">
      <Picture url={draft.pictureUrl} alt="" className="size-13" />
      <div className="min-w-0">
        <a
          href={`#/drafts/${draft.itemNo}`}
          className="block truncate-row rounded font-medium after:absolute after:inset-0"
        >
          {draft.name === '' ? draft.itemNo : draft.name}
        </a>
        <p className="truncate-row text-quiet text-sm">
          {[
            draft.itemNo,
            // The end of the path tells products apart, its beginning does not.
            draft.categoryPath?.split('>').slice(-2).join(' › ') ?? noCategory,
            draft.optionCount === 0
              ? noOptions
              : t('drafts.optionCount', { count: draft.optionCount }),
          ].join(' · ')}
        </p>
        {first === undefined ? null : (
          <p
            className={`truncate-row text-sm ${first.severity === 'block' ? 'text-bad' : 'text-warn'}`}
          >
            {textOf(first.code, language, first.params).message}
            {stops.length > 1
              ? ` (${t('drafts.moreReasons', { count: stops.length - 1, value: formatCount(stops.length - 1, language) })})`
              : null}
          </p>
        )}
      </div>
    </div>
  );
}

function stateCell({ states }: DraftWords, draft: DraftSummary) {
  const state = draft.isRegistered === true && draft.state === 'ready' ? 'registered' : draft.state;
  const { tone, Icon } = DRAFT_LOOKS[state];
  return (
    <Badge tone={tone} Icon={Icon}>
      {states[state]}
    </Badge>
  );
}

function priceCell({ language }: DraftWords, draft: DraftSummary) {
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

function profitCell({ t, language }: DraftWords, draft: DraftSummary) {
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
