import { type ItemNo, parseItemNo } from '@shared/domain/ids';

/** Item numbers have had 5 to 9 digits so far; used to tell a column of numbers from prices and counts. */
const LIKELY_DIGITS = { min: 6, max: 9 };

const ADDRESS = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:domeggook|domeme)\.com(?<rest>\/[^\s"'<>)]*)/i;
const NUMBER_PARAMS = ['no', 'itemno', 'item_no'];
const LABELLED =
  /^(?:no|item\s*no|상품\s*번호|번호|도매꾹|도매매)?\s*[.:#]?\s*(?<digits>\d+)\s*번?$/i;

const QUOTED = /^["'](.*)["']$/;

/** Characters that spreadsheets and messengers put around numbers without being seen. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;

/**
 * The item number that a cell or line stands for, or null. Understands digits (full-width ones too,
 * with thousands separators or a spreadsheet's `.0`), a short label in front, and Domeggook or
 * Domeme addresses (`domeggook.com/12345678`, `...?no=12345678`), also inside a formula or sentence.
 */
export function readItemNumber(cell: string): ItemNo | null {
  const text = cell.normalize('NFKC').replace(INVISIBLE, '').trim().replace(QUOTED, '$1').trim();
  if (text === '') return null;
  const address = ADDRESS.exec(text)?.groups?.rest;
  if (address !== undefined) return numberOfAddress(address);
  const grouped = /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  const whole = grouped.replace(/^(\d+)\.0+$/, '$1').replace(/^'/, '');
  const digits = LABELLED.exec(whole)?.groups?.digits;
  return digits === undefined ? null : parseItemNo(digits);
}

/** True for a number that a spreadsheet has turned into `7.0E+07`: its last digits are gone. */
export function isRoundedNumber(cell: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(cell.trim());
}

/** True for a cell that is probably an item number rather than a price or count. */
export function looksLikeItemNumber(cell: string): boolean {
  const itemNo = readItemNumber(cell);
  if (itemNo === null) return false;
  return itemNo.length >= LIKELY_DIGITS.min && itemNo.length <= LIKELY_DIGITS.max;
}

function numberOfAddress(rest: string): ItemNo | null {
  const [path = '', query = ''] = rest.split(/[?#]/);
  for (const [name, value] of new URLSearchParams(query)) {
    if (NUMBER_PARAMS.includes(name.toLowerCase())) {
      const itemNo = parseItemNo(value.trim());
      if (itemNo !== null) return itemNo;
    }
  }
  const segments = path.split('/').reverse();
  for (const segment of segments) {
    const itemNo = parseItemNo(segment);
    if (itemNo !== null) return itemNo;
  }
  return null;
}
