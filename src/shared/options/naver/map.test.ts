import { describe, expect, it } from 'vitest';
import { mapToNaver } from './map';
import { codes, model, sizes, TERMS } from './map-fixture';

describe('mapToNaver', () => {
  it('sends what is listed, with the supplier key as the seller code', () => {
    const mapped = mapToNaver(
      model(
        ['색상', '사이즈'],
        [
          { values: ['블랙', 'M'], stock: 30 },
          { values: ['블랙', 'L'], stock: 20, priceKrw: 1500 },
          { values: ['아이보리', 'M'], stock: 15 },
        ],
      ),
      TERMS,
    );
    expect(mapped.optionInfo).toEqual({
      optionCombinationSortType: 'CREATE',
      optionCombinationGroupNames: { optionGroupName1: '색상', optionGroupName2: '사이즈' },
      optionCombinations: [
        {
          optionName1: '블랙',
          optionName2: 'M',
          stockQuantity: 30,
          price: 0,
          usable: true,
          sellerManagerCode: '00',
        },
        {
          optionName1: '블랙',
          optionName2: 'L',
          stockQuantity: 20,
          price: 1500,
          usable: true,
          sellerManagerCode: '01',
        },
        {
          optionName1: '아이보리',
          optionName2: 'M',
          stockQuantity: 15,
          price: 0,
          usable: true,
          sellerManagerCode: '02',
        },
      ],
      useStockManagement: true,
    });
    expect(mapped.stockQuantity).toBe(65);
    expect(mapped.problems).toEqual([]);
    expect(mapped.repairs).toEqual([]);
  });

  it('makes one axis of one dimension, because simple options carry no price', () => {
    expect(mapToNaver(sizes(0, 1000), TERMS).optionInfo?.optionCombinationGroupNames).toEqual({
      optionGroupName1: '사이즈',
    });
  });

  it('keeps what cannot be ordered listed, switched off and without stock', () => {
    const mapped = mapToNaver(
      model(['색상'], [{ values: ['블랙'] }, { values: ['화이트'], usable: false, stock: 99 }]),
      TERMS,
    );
    expect(mapped.optionInfo?.optionCombinations[1]).toMatchObject({
      stockQuantity: 0,
      usable: false,
    });
    expect(mapped.stockQuantity).toBe(10);
  });

  it('has no options and the one stock for an item without a choice', () => {
    expect(mapToNaver(model([], [{ values: [], stock: 7 }]), TERMS)).toMatchObject({
      optionInfo: null,
      stockQuantity: 7,
      problems: [],
    });
    expect(mapToNaver(model([], []), TERMS)).toMatchObject({
      optionInfo: null,
      stockQuantity: null,
    });
  });

  it('asks where to put the addition of an item without a choice', () => {
    expect(codes(mapToNaver(model([], [{ values: [], priceKrw: 500 }]), TERMS))).toEqual([
      'OPTIONS_SINGLE_ADDITION',
    ]);
  });

  it('offers to put that addition into the sale price, so that buyers pay the same', () => {
    const [repair] = mapToNaver(model([], [{ values: [], priceKrw: 500 }]), TERMS).repairs;
    expect(repair).toMatchObject({ salePriceKrw: 20_500, shiftKrw: 500, changes: [] });
    expect(repair?.model.combinations[0]?.priceKrw).toBe(0);
  });

  it('sends combinations in the order of the dimensions’ values', () => {
    const listed = model(
      ['색상', '사이즈'],
      [
        { values: ['블랙', 'S'] },
        { values: ['화이트', 'M'] },
        { values: ['블랙', 'M'] },
        { values: ['화이트', 'S'] },
      ],
    );
    const [colour, size] = listed.dimensions;
    if (colour === undefined || size === undefined) throw new Error('no dimensions');
    const reordered = { ...listed, dimensions: [{ ...colour, values: ['화이트', '블랙'] }, size] };
    const sent = mapToNaver(reordered, TERMS).optionInfo?.optionCombinations ?? [];
    expect(sent.map((entry) => `${entry.optionName1}/${entry.optionName2}`)).toEqual([
      '화이트/S',
      '화이트/M',
      '블랙/S',
      '블랙/M',
    ]);
    expect(sent.map((entry) => entry.sellerManagerCode)).toEqual(['03', '01', '00', '02']);
  });

  it('prices an add-on as the item price plus its addition', () => {
    const addOns = [
      { name: '필터', priceKrw: -9000, stock: 5, usable: true, sourceKey: '02' },
      { name: '펌프', priceKrw: 500, stock: 5, usable: false, sourceKey: null },
    ];
    const mapped = mapToNaver(model(['색상'], [{ values: ['블랙'] }], { addOns }), {
      ...TERMS,
      discountKrw: 2000,
      optionFactor: 1.5,
    });
    expect(mapped.supplementProductInfo?.supplementProducts).toEqual([
      {
        groupName: '추가상품',
        name: '필터',
        price: 4500,
        stockQuantity: 5,
        sellerManagementCode: '02',
        usable: true,
      },
      { groupName: '추가상품', name: '펌프', price: 18_750, stockQuantity: 0, usable: false },
    ]);
    const tooCheap = addOns.map((addOn) => ({ ...addOn, priceKrw: -15_000 }));
    expect(
      codes(
        mapToNaver(model(['색상'], [{ values: ['블랙'] }], { addOns: tooCheap }), {
          ...TERMS,
          discountKrw: 2000,
          optionFactor: 1.5,
        }),
      ),
    ).toEqual(['OPTIONS_ADD_ON_PRICE']);
  });

  it('multiplies additions and rounds them up to 10 won', () => {
    const mapped = mapToNaver(sizes(0, 1234, 1500, -1234), { ...TERMS, optionFactor: 1.4 });
    expect(mapped.optionInfo?.optionCombinations.map((entry) => entry.price)).toEqual([
      0, 1730, 2100, -1720,
    ]);
  });

  it.each([
    [1990, [0, 1990], [-10, 2000]],
    [2000, [-1000, 2000], [-1010, 2010]],
    [9990, [-4990, 9990], [-5000, 10_000]],
    [10_000, [-5000, 5000], [-5010, 5010]],
  ])('knows the window of additions at %i won', (salePriceKrw, inside, outside) => {
    for (const addition of inside)
      expect(codes(mapToNaver(sizes(0, addition), { ...TERMS, salePriceKrw }))).not.toContain(
        'OPTIONS_PRICE_WINDOW',
      );
    for (const addition of outside)
      expect(codes(mapToNaver(sizes(0, addition), { ...TERMS, salePriceKrw }))).toContain(
        'OPTIONS_PRICE_WINDOW',
      );
  });

  it('leaves exempt categories their additions, but not below 10 won', () => {
    const terms = { ...TERMS, isPriceWindowExempt: true };
    expect(codes(mapToNaver(sizes(0, 90_000, -19_990), terms))).toEqual([]);
    expect(codes(mapToNaver(sizes(0, -20_000), terms))).toContain('OPTIONS_PRICE_FLOOR');
  });

  it('takes no negative additions for books', () => {
    expect(codes(mapToNaver(sizes(0, -500), { ...TERMS, isBook: true }))).toEqual([
      'OPTIONS_BOOK_NEGATIVE',
    ]);
  });

  it.each([
    [
      'a name of 26 characters',
      model(['색상'], [{ values: ['가'.repeat(26)] }]),
      'OPTIONS_TEXT_TOO_LONG',
    ],
    [
      'a forbidden character',
      model(['색상'], [{ values: ['100*200'] }]),
      'OPTIONS_FORBIDDEN_CHARACTER',
    ],
    ['an empty name', model([' '], [{ values: ['블랙'] }]), 'OPTIONS_TEXT_EMPTY'],
    [
      'two dimensions of one name',
      model(['옵션', '옵션'], [{ values: ['a', 'b'] }]),
      'OPTIONS_NAME_TWICE',
    ],
    [
      'the same combination twice',
      model(['색상'], [{ values: ['블랙'] }, { values: ['블랙'] }]),
      'OPTIONS_COMBINATION_TWICE',
    ],
    [
      'a combination without a value',
      model(['색상'], [{ values: ['블랙', 'M'] }]),
      'OPTIONS_INCOMPLETE_COMBINATION',
    ],
    [
      'four dimensions',
      model(['a', 'b', 'c', 'd'], [{ values: ['1', '2', '3', '4'] }]),
      'OPTIONS_TOO_MANY_AXES',
    ],
    [
      'nothing in stock',
      model(['색상'], [{ values: ['블랙'], stock: 0, usable: false }]),
      'OPTIONS_ALL_SOLD_OUT',
    ],
    [
      'add-ons only',
      model([], [], {
        type: 'INDEPENDENT',
        addOns: [{ name: 'a', priceKrw: 0, stock: 1, usable: true, sourceKey: null }],
      }),
      'OPTIONS_ONLY_ADD_ONS',
    ],
  ])('finds %s', (_, options, code) => {
    expect(codes(mapToNaver(options, TERMS))).toEqual([code]);
  });

  it('sends more combinations than the maximum to review', () => {
    expect(codes(mapToNaver(sizes(0, 0, 0), { ...TERMS, maxCombinations: 2 }))).toEqual([
      'OPTIONS_TOO_MANY',
    ]);
  });

  it('keeps the sum of stock within what a product may have', () => {
    const huge = model(
      ['색상'],
      [
        { values: ['a'], stock: 99_999_999 },
        { values: ['b'], stock: 99_999_999 },
      ],
    );
    expect(mapToNaver(huge, TERMS).stockQuantity).toBeLessThanOrEqual(99_999_999);
  });
});
