import type { DraftPrice } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import { decodeSelectOpt } from '@shared/options/decode';
import type { OptionReading } from '@shared/options/model';
import { readOptions } from '@shared/options/read';
import type { MappedOptions } from '../preflight';

/** What can be chosen of `item` at Domeme, with the item's own words as context. */
export function readItemOptions(item: WholesaleItem): OptionReading {
  return readOptions(decodeSelectOpt(item.selectOpt, 'supply'), {
    title: item.title,
    category: item.category?.path.map((entry) => entry.name).join('>') ?? '',
  });
}

export function mapDraftOptions(
  reading: OptionReading,
  price: DraftPrice,
  _exceptions: readonly string[],
): MappedOptions {
  if (reading.dimensions.length === 0) {
    const [only] = reading.combinations;
    return {
      optionInfo: null,
      supplementProductInfo: null,
      stockQuantity: only ? (only.usable ? only.stock : 0) : null,
      problems: [],
    };
  }
  const combos = reading.combinations.map((c) => ({
    ...Object.fromEntries(c.values.map((v, i) => [`optionName${i + 1}`, v])),
    stockQuantity: c.usable ? c.stock : 0,
    price: Math.round((c.priceKrw * price.optionFactor) / 10) * 10,
    usable: c.usable,
    sellerManagerCode: c.sourceKey ?? '',
  }));
  return {
    optionInfo: {
      optionCombinationSortType: 'CREATE',
      optionCombinationGroupNames: Object.fromEntries(
        reading.dimensions.map((d, i) => [`optionGroupName${i + 1}`, d.name]),
      ),
      optionCombinations: combos,
      useStockManagement: true,
    },
    supplementProductInfo: null,
    stockQuantity: combos.reduce((s, c) => s + c.stockQuantity, 0),
    problems: [],
  };
}
