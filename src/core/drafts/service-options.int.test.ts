import { MAIN_STORE } from '@shared/domain/ids';
import type { Settings } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import { mapDraftOptions, readItemOptions } from '../options/item-options';
import { aDraftDomain, storeSettings } from '../testing/draft-domain';
import { outcomesOf, uploaded } from '../testing/draft-pictures';
import { aWholesaleItem, type WholesaleItemOverrides } from '../testing/wholesale-item';
import { productBodySchema } from './product-body-schema';

const CALL = { lane: 'batch' } as const;

describe('a draft with options', () => {
  const optionItem = (additions: readonly number[], overrides: WholesaleItemOverrides = {}) =>
    aWholesaleItem({ ...overrides, selectOpt: JSON.stringify(selectOpt(additions)) });
  const withOptions = (change: Partial<Settings['pricing']> = {}) => {
    const settings = storeSettings();
    const own = { ...settings, pricing: { ...settings.pricing, ...change } };
    return aDraftDomain({
      settings: () => own,
      readOptions: readItemOptions,
      mapOptions: (reading, price, exceptions) => mapDraftOptions(reading, price, exceptions, own),
    });
  };

  it('sends every combination with its price and the sum of their stock', async () => {
    const { desk } = await withOptions();
    const item = optionItem([0, 500]);
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    expect(draft.state).toBe('ready');
    const made = await desk.productBody(draft, outcomesOf(item), uploaded, CALL);
    expect(made.kind).toBe('body');
    if (made.kind !== 'body') return;
    const { originProduct } = productBodySchema.parse(made.body);
    const combinations = originProduct.detailAttribute.optionInfo?.optionCombinations ?? [];
    // 500 / (1 - 0.055 - 0.2), rounded up to 10.
    expect(combinations.map((entry) => entry.price)).toEqual([0, 680]);
    expect(originProduct.stockQuantity).toBe(20);
  });

  it('moves the base when no option is free, so that buyers pay the same', async () => {
    const { desk } = await withOptions();
    const item = optionItem([500, 900]);
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    expect(draft.state).toBe('ready');
    expect(draft.content.price).toMatchObject({ costKrw: 5500, baseAdditionKrw: 500 });
    expect(draft.content.options.combinations.map((entry) => entry.priceKrw)).toEqual([0, 400]);
  });

  it('keeps cost and options on one base when the seller locks one of them', async () => {
    const { desk } = await withOptions();
    const item = optionItem([500, 900]);
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const { options } = first.content;
    const edited = desk.edit(MAIN_STORE, item.itemNo, { options }, first.version);
    expect(edited.content.price.costKrw).toBe(5500);
    const free = await desk.prepare(MAIN_STORE, optionItem([0, 500]), CALL);
    expect(free.content.options.combinations.map((entry) => entry.priceKrw)).toEqual([-500, 0]);
    expect(free.content.price).toMatchObject({ costKrw: 5500, baseAdditionKrw: 500 });
    const unlocked = desk.unlock(MAIN_STORE, item.itemNo, ['options'], free.version);
    expect(unlocked.content.options.combinations.map((entry) => entry.priceKrw)).toEqual([-500, 0]);
    expect(unlocked.content.price.costKrw).toBe(5500);
  });

  it('keeps the seller’s edits when the supplier changes, and says what changed until they are saved again', async () => {
    const { desk } = await withOptions();
    const item = optionItem([0, 500]);
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const { options } = first.content;
    const [dimension] = options.dimensions;
    if (dimension === undefined) throw new Error('no dimension');
    const renamed = { ...options, dimensions: [{ ...dimension, name: '내 옵션명' }] };
    desk.edit(MAIN_STORE, item.itemNo, { options: renamed }, first.version);
    const dearer = await desk.prepare(MAIN_STORE, optionItem([0, 900]), CALL);
    expect(dearer.content.options.dimensions[0]?.name).toBe('내 옵션명');
    expect(dearer.content.options.combinations.map((entry) => entry.priceKrw)).toEqual([0, 900]);
    expect(dearer.reasons.map(({ code, params }) => [code, params])).toContainEqual([
      'OPTIONS_SUPPLIER_CHANGED',
      { count: 1 },
    ]);
    const more = await desk.prepare(MAIN_STORE, optionItem([0, 900, 1000]), CALL);
    expect(more.content.options.combinations).toHaveLength(3);
    expect(
      more.content.options.supplierChanges?.map(({ kind, before, after }) => [kind, before, after]),
    ).toEqual([
      ['price', 500, 900],
      ['added', null, more.content.options.combinations[2]?.values[0]],
    ]);
    const { supplierChanges: _seen, ...checked } = more.content.options;
    const saved = desk.edit(MAIN_STORE, item.itemNo, { options: checked }, more.version);
    expect(saved.reasons.map((reason) => reason.code)).not.toContain('OPTIONS_SUPPLIER_CHANGED');
  });

  it('leaves the seller’s options alone when the supplier’s can no longer be read, and stops the draft', async () => {
    const { desk } = await withOptions();
    const item = optionItem([0, 500]);
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const { options } = first.content;
    desk.edit(MAIN_STORE, item.itemNo, { options }, first.version);
    const damaged = await desk.prepare(MAIN_STORE, aWholesaleItem({ selectOpt: '{"type"' }), CALL);
    expect(damaged.content.options.combinations).toEqual(options.combinations);
    expect(damaged.state).toBe('needs-review');
    expect(damaged.reasons.map((reason) => reason.code)).toContain('OPTIONS_UNREADABLE');
  });

  it('takes the addition of an only option into the price', async () => {
    const { desk } = await withOptions();
    const item = optionItem([700]);
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    expect(draft.content.options).toMatchObject({
      type: 'NONE',
      combinations: [{ priceKrw: 0 }],
    });
    expect(draft.content.price).toMatchObject({ costKrw: 5700, baseAdditionKrw: 700 });
    expect(draft.state).toBe('ready');
    const made = await desk.productBody(draft, outcomesOf(item), uploaded, CALL);
    // 5,700 / (1 - 0.055 - 0.2) = 7,651, rounded up to the step.
    expect(made).toMatchObject({ kind: 'body', body: { originProduct: { salePrice: 7700 } } });
  });

  it('computes its price anew when the seller makes an option dearer for us', async () => {
    const { desk } = await withOptions();
    const item = optionItem([0, 500], { resaleMinimumKrw: 7000 });
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    expect(first.content.price.salePriceKrw).toBe(7000);
    const options = {
      ...first.content.options,
      combinations: first.content.options.combinations.map((entry, at) => ({
        ...entry,
        priceKrw: at === 1 ? -1000 : 0,
      })),
    };
    const edited = desk.edit(MAIN_STORE, item.itemNo, { options }, first.version);
    // The cheaper one is 1,340 below the sale price and still not below the floor.
    expect(edited.content.price.salePriceKrw).toBe(8400);
    expect(edited.state).toBe('ready');
  });

  it('never takes the cost from an edit', async () => {
    const { desk } = await withOptions();
    const item = optionItem([0, 500]);
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const price = {
      ...first.content.price,
      costKrw: 1,
      salePriceKrw: 3000,
      resaleMinimumKrw: null,
    };
    const edited = desk.edit(MAIN_STORE, item.itemNo, { price }, first.version);
    expect(edited.content.price.costKrw).toBe(5000);
    expect(edited.state).toBe('blocked');
  });

  it('offers the re-split of price and discount, and applies it unasked only when allowed', async () => {
    const wide = optionItem([0, 9000], {
      supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw: 10_000 }],
    });
    const { desk } = await withOptions();
    const stopped = await desk.prepare(MAIN_STORE, wide, CALL);
    expect(stopped.state).toBe('blocked');
    const repair = desk
      .repairs(MAIN_STORE, wide.itemNo)
      .find((each) => each.code === 'OPTIONS_PRICE_WINDOW' && each.keepsBuyerPrices);
    expect(repair).toBeDefined();
    const fixed = desk.edit(MAIN_STORE, wide.itemNo, repair?.change ?? {}, stopped.version);
    expect(fixed.state).toBe('ready');
    const before = stopped.content.price.salePriceKrw;
    const { salePriceKrw, immediateDiscountKrw } = fixed.content.price;
    expect(salePriceKrw - immediateDiscountKrw).toBe(before);

    const allowed = await withOptions({ allowsDiscountResplit: true });
    const unasked = await allowed.desk.prepare(MAIN_STORE, wide, CALL);
    expect(unasked.state).toBe('ready');
    expect(unasked.content.price).toMatchObject({ salePriceKrw, immediateDiscountKrw });
  });
});

/** One dimension with a value per addition, ten of each in stock (domeggook-openapi.md 5.1). */
function selectOpt(additions: readonly number[]): unknown {
  const names = ['블랙', '화이트', '레드', '블루'].slice(0, additions.length);
  const texts = additions.map(String);
  return {
    type: 'combination',
    optSort: 'DA',
    set: [
      {
        name: '색상',
        opts: names,
        domPrice: texts.map(() => '0'),
        changeKey: texts.map((_, at) => String(at)),
      },
    ],
    orgSet: [{ name: '색상', opts: names, domPrice: texts.map(() => '0') }],
    data: Object.fromEntries(
      texts.map((addition, at) => [
        `0${at}`,
        {
          name: names[at],
          dom: '1',
          domPrice: addition,
          sam: '0',
          samPrice: '0',
          sup: '1',
          supPrice: addition,
          qty: '10',
          hid: '0',
          hash: '',
        },
      ]),
    ),
  };
}
