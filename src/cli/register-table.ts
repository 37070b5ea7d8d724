import type { StoreBridge } from '@core/storebridge';
import type { Draft } from '@shared/domain/draft';
import { MAIN_STORE } from '@shared/domain/ids';
import type { Language } from '@shared/texts/types';
import Table from 'cli-table3';
import type { RegisterReport, ReportedLine } from './register-report';
import { words } from './words';

/** Columns that the fixed cells and borders take; the rest belongs to the reason. */
const FIXED_COLUMNS = 84;
const MIN_REASON_COLUMNS = 30;
const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** The report as a table for a person: one row per line, what was registered and what waits for why. */
export function renderTable(
  report: RegisterReport,
  storebridge: StoreBridge,
  widthColumns: number,
  language: Language,
): string {
  const say = words[language];
  const table = new Table({
    head: [...say.columns],
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right', 'left'],
    colWidths: [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      Math.max(MIN_REASON_COLUMNS, widthColumns - FIXED_COLUMNS),
    ],
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  for (const item of report.items) {
    const draft = item.itemNo === null ? null : storebridge.drafts.find(MAIN_STORE, item.itemNo);
    table.push([
      item.itemNo ?? say.none,
      say.states[item.state],
      item.productNo ?? say.none,
      ...draftCells(draft, language),
      reasonCell(item),
    ]);
  }
  return table.toString();
}

function draftCells(draft: Draft | null, language: Language): readonly string[] {
  const say = words[language];
  if (draft === null) return [say.none, say.none, say.none, say.none];
  const { options, images, price } = draft.content;
  const pictures = images.product.length + images.detail.length;
  return [
    options.type === 'NONE' ? say.none : say.choices(options.combinations.length),
    say.choices(pictures),
    say.won(price.salePriceKrw - price.immediateDiscountKrw),
    `${Math.round(price.marginRate * 100)}%`,
  ];
}

/** Of what stops the item first; notes that let it pass are left for the app. */
function reasonCell(item: ReportedLine): string {
  if (item.state === 'registered' || item.state === 'alreadyRegistered') return '';
  const [first, ...rest] = item.reasons;
  if (!first) return '';
  const more = rest.length > 0 ? ` (+${rest.length})` : '';
  return `${first.message}${more} → ${first.fix}`;
}
