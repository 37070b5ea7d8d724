import { FAMILY_LINES } from './family-data';
import type { Shape } from './model';
import { NOTICE_LISTS, WORD_LISTS } from './words';

/** How a supplier names and fills a dimension. */
export interface FamilyDimension {
  readonly name: string;
  readonly values: readonly string[];
}

/** A product class: what its items have in common. */
export interface Family {
  readonly key: string;
  readonly shape: Shape;
  /** Names in the wholesaler's category tree, from the top. */
  readonly category: string;
  readonly nouns: readonly string[];
  readonly looks: readonly string[];
  /** Lowest and highest single-unit price. */
  readonly priceKrw: readonly [number, number];
  /** Class of the legal notice, as suppliers choose it. */
  readonly duty: string;
  readonly dutyLines: readonly (readonly [name: string, text: string])[];
  readonly dimensions: readonly FamilyDimension[];
  /** `none` needs no certificate; `gap` would need one that the supplier does not give. */
  readonly certificate: 'none' | 'kc' | 'child' | 'gap';
  readonly origin: 'domestic' | 'china' | 'mixed';
  readonly isTaxExempt: boolean;
}

function pairOf(text: string): readonly [string, string] {
  const [name = '', value = ''] = text.split('=');
  return [name, value];
}

function dimensionOf(text: string): FamilyDimension {
  const [name, values] = pairOf(text);
  return { name, values: WORD_LISTS[values.slice(1)] ?? values.split(',') };
}

function familyOf(line: string): Family {
  const fields = line.split('; ');
  const field = (index: number): string => fields[index] ?? '';
  const [low = 0, high = 0] = field(5).split('-').map(Number);
  const [certificate, origin] = field(8).split(' ');
  const notice = NOTICE_LISTS[field(7).slice(1)] ?? field(7);
  return {
    key: field(0),
    shape: field(1) as Shape,
    category: field(2),
    nouns: field(3).split('|'),
    looks: field(4).split('|'),
    priceKrw: [low, high],
    duty: field(6),
    dutyLines: notice.split('|').map(pairOf),
    certificate: certificate as Family['certificate'],
    origin: origin as Family['origin'],
    dimensions: field(9).split(' & ').map(dimensionOf),
    isTaxExempt: field(0) === 'rice',
  };
}

/** All product classes, in their fixed order. */
export function buildFamilies(): readonly Family[] {
  return FAMILY_LINES.trim().split('\n').map(familyOf);
}
