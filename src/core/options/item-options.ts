import type { DraftPrice } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Settings } from '@shared/domain/settings';
import { decodeSelectOpt } from '@shared/options/decode';
import type { OptionReading } from '@shared/options/model';
import { mapToNaver, type NaverOptions } from '@shared/options/naver/map';
import { readOptions } from '@shared/options/read';

/** The options of an item as sold on Domeme, where orders of single pieces are placed. */
export function readItemOptions(item: WholesaleItem): OptionReading {
  const decoded = decodeSelectOpt(item.selectOpt, 'supply');
  const reading = readOptions(decoded, {
    category: item.category?.path.map((level) => level.name).join('>') ?? '',
    title: item.title,
  });
  if (decoded.kind !== 'options') return reading;
  const sourceTexts = Object.fromEntries(
    decoded.rawOptions.flatMap(({ sourceKey, name }) =>
      sourceKey === null ? [] : [[sourceKey, name] as const],
    ),
  );
  const [only, ...others] = decoded.dimensions;
  const isNamed = only !== undefined && others.length === 0 && only.name.trim() !== '';
  return { ...reading, sourceTexts, ...(isNamed ? { sourceName: only.name } : {}) };
}

/**
 * A draft's options in Naver's fields, with problems and proposed repairs. `exceptions` are the flags
 * of the draft's category (`exceptionalCategories`).
 */
export function mapDraftOptions(
  reading: OptionReading,
  price: DraftPrice,
  exceptions: readonly string[],
  settings: Settings,
): NaverOptions {
  return mapToNaver(reading, {
    salePriceKrw: price.salePriceKrw,
    discountKrw: price.immediateDiscountKrw,
    optionFactor: price.optionFactor,
    maxCombinations: settings.registration.maxCombinations,
    isPriceWindowExempt: exceptions.includes('OPTION_PRICE'),
    isBook: exceptions.includes('BOOK'),
  });
}
