import type { DraftContent } from '@shared/domain/draft';
import type { OptionCommand } from '@shared/options/editor/commands';
import { commandsOf } from '@shared/options/editor/editor';
import { shifted } from './readings';
import type { OptionSession } from './session';
import { aroundOf, hasSamePrice } from './surroundings';

/** Other readings kept with a draft. */
const ALTERNATIVES_MAX = 20;

/** Every edit since the stored draft, for what there is to learn of them. */
export function commandsToLearn({ editing, carried }: OptionSession): readonly OptionCommand[] {
  const own = commandsOf(editing);
  const [first] = own;
  const isCarried = first?.kind === 'take-model' && first.from === 'supplier';
  return isCarried ? [...carried, ...own] : own;
}

/** What is saved. The price is named only where the seller's repairs moved it. */
export function changeOf(session: OptionSession): Partial<DraftContent> {
  const { draft, editing, around, readings, readingsBaseKrw } = session;
  const chosen = readings[around.reading];
  const { price, options } = draft.content;
  // Whoever saves has seen what the supplier changed.
  const { supplierChanges: _seen, ...stored } = options;
  const changed = {
    ...stored,
    ...editing.present,
    confidence: chosen?.confidence ?? options.confidence,
    separator: chosen === undefined ? options.separator : chosen.separator,
    alternatives: readings
      .filter((_, place) => place !== around.reading)
      .slice(0, ALTERNATIVES_MAX)
      .map((reading) => ({
        ...reading,
        ...shifted(reading, around.baseAdditionKrw - readingsBaseKrw),
      })),
  };
  if (hasSamePrice(aroundOf(draft, around.reading), around)) return { options: changed };
  return {
    options: changed,
    price: {
      ...price,
      salePriceKrw: around.salePriceKrw,
      immediateDiscountKrw: around.discountKrw,
      baseAdditionKrw: around.baseAdditionKrw,
    },
  };
}
