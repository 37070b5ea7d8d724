import type { Draft } from '@shared/domain/draft';
import type { Language } from '@shared/texts/types';
import Table from 'cli-table3';
import type { RegisterDesk } from './register-desk';
import type { RegisterReport, ReportedLine } from './register-report';
import { words } from './words';

/** Item, result, product, options, pictures, price, margin: together under 80 with the gaps. */
const COLUMN_WIDTHS = [10, 12, 12, 6, 6, 13, 6];
const GAP = 2;

/** A table of words alone. */
export const BORDERLESS = {
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

/**
 * The report as a table for a person, one row per line: what was registered and how, or what the
 * item waits for and what to do. Fits 80 columns; wider screens give the reasons more room.
 */
export async function renderTable(
  report: RegisterReport,
  desk: Pick<RegisterDesk, 'draft'>,
  widthColumns: number,
  language: Language,
): Promise<string> {
  const say = words[language];
  const used = COLUMN_WIDTHS.reduce((sum, width) => sum + width + GAP, 0);
  const table = new Table({
    head: [...say.columns, ''],
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
    // The last column is empty: it only lets the reasons run to the edge of the screen.
    colWidths: [...COLUMN_WIDTHS, Math.max(1, widthColumns - used - 1)],
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  for (const item of report.items) {
    const head = [item.itemNo ?? say.line(item.line), say.states[item.state]];
    const isThere = item.state === 'registered' || item.state === 'alreadyRegistered';
    const draft = isThere && item.itemNo !== null ? await desk.draft(item.itemNo) : null;
    if (draft !== null) {
      table.push([...head, item.productNo ?? say.none, ...draftCells(draft, language), '']);
    } else {
      table.push([...head, { colSpan: 6, content: reasonText(item), hAlign: 'left' }]);
    }
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function draftCells(draft: Draft, language: Language): readonly string[] {
  const say = words[language];
  const { options, images, price } = draft.content;
  const pictures = images.product.length + images.detail.length;
  return [
    options.type === 'NONE' ? say.none : say.choices(options.combinations.length),
    say.choices(pictures),
    say.won(price.salePriceKrw - price.immediateDiscountKrw),
    `${Math.round(price.marginRate * 100)}%`,
  ];
}

/** What stops the item and what to do; notes that would let it pass are left for the app. */
function reasonText(item: ReportedLine): string {
  const [first, ...rest] = item.reasons;
  if (!first) return item.productNo ?? '';
  const more = rest.length > 0 ? ` (+${rest.length})` : '';
  return `${first.message}${more} → ${first.fix}`;
}
