import type { ExpectedAnswer } from '@shared/options/corpus';
import type { RawOption } from '@shared/options/model';

/*
 * The option mapper of the original design, kept as it was written to be compared with: one separator that
 * stands equally often in every option, keywords looked up in all values joined together, values
 * sorted as text, and the full cartesian product with price 0 and stock 999.
 */

const SEPARATORS = ['-', '/', '_', ' ', ':'] as const;
const KEYWORDS: readonly (readonly [name: string, words: readonly string[]])[] = [
  [
    '색상',
    [
      '블랙',
      '화이트',
      '레드',
      '블루',
      '그린',
      '옐로우',
      '핑크',
      '그레이',
      '네이비',
      '베이지',
      'black',
      'white',
    ],
  ],
  ['사이즈', ['XS', 'S', 'M', 'L', 'XL', 'XXL', 'FREE', '90', '95', '100', '105']],
  ['길이', ['cm', 'm', '길이']],
  ['두께', ['mm', 'T', '두께']],
];

/** What the original design makes of a list. */
export function originalMapper(options: readonly RawOption[]): ExpectedAnswer {
  const names = options.map((option) => option.name);
  if (names.length === 0) return { type: 'NONE', dimensions: [], combinations: [] };
  const separator = detect(names);
  const parts = names.map((name) => (separator === null ? [name] : name.split(separator)));
  const width = parts[0]?.length ?? 1;
  const dimensions = Array.from({ length: width }, (_, place) => {
    const values = [...new Set(parts.map((row) => (row[place] ?? '').trim()))].sort();
    return { name: nameOf(values, place), values };
  });
  let tuples: string[][] = [[]];
  for (const { values } of dimensions) {
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  return {
    type: width === 1 ? 'SIMPLE' : 'COMBINATION',
    dimensions,
    combinations: tuples.map((values) => ({ values, price: 0, stock: 999, usable: true })),
  };
}

function detect(names: readonly string[]): string | null {
  for (const separator of SEPARATORS) {
    const counts = names.map((name) => name.split(separator).length - 1);
    if (counts.every((count) => count > 0 && count === counts[0])) return separator;
  }
  return null;
}

function nameOf(values: readonly string[], place: number): string {
  const joined = values.join(' ');
  for (const [name, words] of KEYWORDS)
    if (words.some((word) => joined.includes(word))) return name;
  return `옵션${place + 1}`;
}
