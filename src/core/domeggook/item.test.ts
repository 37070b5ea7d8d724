import type { WholesaleItem } from '@shared/domain/item';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemNoOfEntry, parseItem } from './item';

const EMPTIES: readonly unknown[] = ['', {}, [], null, undefined];

/** A wire item with everything in it; `change` replaces whole groups. */
function wireItem(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    basis: {
      no: 70000001,
      status: '판매중',
      title: '예시 티셔츠',
      keywords: { kw: ['티', '셔츠'] },
      adult: 'false',
      dateEnd: '2026-12-31 23:59:59',
      tax: '과세상품',
    },
    price: { dome: '5+6800|30+6400', supply: 8900, resale: { minumum: 12900, Recommand: 15900 } },
    qty: { inventory: '240', domeMoq: '5', supplyUnit: 1 },
    deli: {
      method: '택배',
      pay: '선결제',
      dome: { type: '수량별비례', tbl: '50+3000|50+3000' },
      supply: { type: '고정배송비', fee: 3000 },
      periodDeli: '1',
      feeExtra: { jeju: '3000', islands: '5000' },
      fromOversea: 'false',
      reqCcno: 'false',
    },
    channel: { dome: 'true', supply: 'true' },
    thumb: { original: 'https://cdn.example.com/a_img_760?hash=ab', hash: 'ab' },
    desc: { license: { usable: 'true', msg: '허용' }, contents: { item: '<p>x</p>' } },
    selectOpt: null,
    seller: { id: 'sup', type: '일반과세자', good: 'true' },
    ...change,
  };
}

function read(change: Readonly<Record<string, unknown>> = {}, etc?: unknown): WholesaleItem {
  const reading = parseItem(wireItem(change), etc);
  if (reading.kind !== 'item') throw new Error(reading.problem);
  return reading.item;
}

describe('an item off the wire', () => {
  it('has the same number whether it comes as a number or a text', () => {
    expect(itemNoOfEntry(wireItem())).toBe('70000001');
    expect(itemNoOfEntry({ basis: { no: '70000001' } })).toBe('70000001');
    expect(itemNoOfEntry({ no: 70000001, error: { code: '40' } })).toBe('70000001');
    expect(itemNoOfEntry({ error: { code: '40' } })).toBeNull();
  });

  it('resolves numbers and booleans in every form they come in', () => {
    const texts = read({ price: { supply: '8900' }, qty: { inventory: 240, supplyUnit: '1' } });
    expect(texts.supplyPriceTiers).toEqual([{ minQuantity: 1, unitPriceKrw: 8900 }]);
    expect(texts.inventory).toBe(240);
    for (const yes of ['true', true, 'TRUE', 'Y', 1]) {
      expect(read({ channel: { supply: yes } }).isOnDomeme).toBe(true);
    }
    for (const no of ['false', false, 'N', '', null, {}, 'maybe']) {
      expect(read({ channel: { supply: no } }).isOnDomeme).toBe(false);
    }
  });

  it('is not on Domeme without a price there, whatever the channel says', () => {
    for (const empty of EMPTIES) {
      const item = read({ price: { dome: '5+6800', supply: empty } });
      expect([item.isOnDomeme, item.supplyPriceTiers]).toEqual([false, []]);
    }
  });

  it('needs nothing but its basis', () => {
    const reading = parseItem({ basis: { no: '5' } });
    expect(reading).toMatchObject({
      kind: 'item',
      item: {
        isOnDomeme: false,
        thumbnail: null,
        category: null,
        selectOpt: null,
        inventory: null,
        licence: { isUsable: false },
        detail: { certifications: [], infoDuty: null },
      },
    });
  });

  it('takes every group in every empty form', () => {
    const groups = ['price', 'qty', 'deli', 'channel', 'thumb', 'desc', 'selectOpt', 'seller'];
    const rest = ['detail', 'category', 'return', 'etc'];
    for (const group of [...groups, ...rest]) {
      for (const empty of EMPTIES) {
        expect(parseItem(wireItem({ [group]: empty })).kind).toBe('item');
      }
    }
  });

  it('is unreadable when an amount stands there that is none', () => {
    const broken = [
      { price: { supply: '문의' } },
      { price: { supply: '1+' } },
      { price: { supply: 8900, resale: { minumum: '협의' } } },
      { qty: { inventory: 'many' } },
      { deli: { feeExtra: { jeju: '착불' } } },
    ];
    for (const change of broken) expect(parseItem(wireItem(change)).kind).toBe('unreadable');
    expect(parseItem(wireItem({ basis: { no: 'abc' } })).kind).toBe('unreadable');
    expect(parseItem(null).kind).toBe('unreadable');
  });

  it('names the field that cannot be read', () => {
    expect(parseItem(wireItem({ qty: { inventory: 'many' } }))).toEqual({
      kind: 'unreadable',
      problem: 'qty.inventory',
    });
  });

  it('keeps the resale floor in both spellings, and the higher of two', () => {
    const floorOf = (resale: object): number | null =>
      read({ price: { supply: 1, resale } }).resaleMinimumKrw;
    expect(floorOf({ minumum: '12900' })).toBe(12900);
    expect(floorOf({ minimum: 12900 })).toBe(12900);
    expect(floorOf({ minumum: 100, minimum: 200 })).toBe(200);
    expect(floorOf({ minumum: 0 })).toBeNull();
    expect(read({ price: { supply: 1, resale: '' } }).resaleMinimumKrw).toBeNull();
  });

  it('treats any licence but a clear yes as none', () => {
    const usable = (license: unknown): boolean => read({ desc: { license } }).licence.isUsable;
    expect(usable({ usable: 'true' })).toBe(true);
    for (const license of [
      { usable: 'false' },
      { usable: '' },
      { usable: '?' },
      {},
      '',
      undefined,
    ]) {
      expect(usable(license)).toBe(false);
    }
  });

  it('takes an only child for a list of one', () => {
    const item = read({
      detail: {
        safetyCert: { exem: 'N', cert: 'Y', certType: '생활용품', no: 'CB-1' },
        infoDuty: { type: '의류', item: { type: 'item', name: '색상', desc: '검정' } },
      },
      category: {
        parents: { elem: { name: '패션', code: '12_00_00_00_00', depth: '1' } },
        current: { name: '티셔츠', code: '12_10_00_00_00', depth: 2 },
      },
      desc: { comment: { date: '-1777860410', memo: '품절' } },
    });
    expect(item.detail.certifications).toMatchObject([{ isCertified: true, number: 'CB-1' }]);
    expect(item.detail.infoDuty?.lines).toEqual([{ kind: 'item', name: '색상', text: '검정' }]);
    expect(item.category?.path.map((node) => node.name)).toEqual(['패션', '티셔츠']);
    expect(item.supplierMemos).toEqual(['품절']);
  });

  it('reads descriptions in the old and the empty form', () => {
    const htmlOf = (contents: unknown): string => read({ desc: { contents } }).descriptionHtml;
    expect(htmlOf({ item: ' <b>x</b> ' })).toBe(' <b>x</b> ');
    expect(htmlOf('<b>old</b>')).toBe('<b>old</b>');
    for (const empty of EMPTIES) expect(htmlOf(empty)).toBe('');
  });

  it('keeps option text to the letter, broken or not, and takes only emptiness for "no options"', () => {
    expect(read({ selectOpt: '{"type":' }).selectOpt).toBe('{"type":');
    expect(read({ selectOpt: { type: 'combination' } }).selectOpt).toBe('{"type":"combination"}');
    for (const empty of [...EMPTIES, 'null'])
      expect(read({ selectOpt: empty }).selectOpt).toBeNull();
  });

  it('completes protocol-relative picture addresses and leaves others alone', () => {
    expect(read({ thumb: { original: '//a.example/x?hash=1' } }).thumbnail?.originalUrl).toBe(
      'https://a.example/x?hash=1',
    );
    expect(read().thumbnail?.originalUrl).toBe('https://cdn.example.com/a_img_760?hash=ab');
  });

  it('tells its states and taxes apart', () => {
    const basis = (part: object): Readonly<Record<string, unknown>> => ({
      basis: { no: 1, ...part },
    });
    expect(read(basis({ status: '기간종료' })).status).toBe('period-over');
    expect(read(basis({ status: '판매종료' })).status).toBe('sale-ended');
    expect(read(basis({ status: '승인대기' }))).toMatchObject({
      status: 'other',
      statusText: '승인대기',
    });
    expect(read(basis({ tax: '면세상품' })).tax).toBe('exempt');
    expect(read(basis({ tax: '영세율상품' })).tax).toBe('zero-rate');
    expect(read(basis({})).tax).toBe('unknown');
  });

  it('reads times as Korean, and junk as unstated', () => {
    const endOf = (dateEnd: string): number | null =>
      read({ basis: { no: 1, dateEnd } }).saleEndsAtMs;
    expect(endOf('2026-12-31 23:59:59')).toBe(Date.UTC(2026, 11, 31, 14, 59, 59));
    expect(endOf('2026-12-31')).toBe(Date.UTC(2026, 11, 31, 14, 59, 59));
    expect(endOf('0000-00-00 00:00:00')).toBeNull();
    expect(endOf('상시')).toBeNull();
  });

  it('obeys a listing denial stated for the item or for the whole answer', () => {
    expect(read({ etc: { denyMarket: 'true' } }).isListingDenied).toBe(true);
    expect(read({}, { denyMarket: 'true' }).isListingDenied).toBe(true);
    expect(read({}, { denyMarket: 'false' }).isListingDenied).toBe(false);
  });
});

describe('any item off the wire', () => {
  it('is read or called unreadable, never a fault, with sound prices when read', () => {
    const groups = Object.keys(wireItem());
    const change = fc.dictionary(fc.constantFrom(...groups), fc.jsonValue());
    fc.assert(
      fc.property(change, (parts) => {
        const reading = parseItem(wireItem(parts));
        if (reading.kind === 'unreadable') {
          expect(reading.problem).not.toBe('');
          return;
        }
        for (const tier of reading.item.supplyPriceTiers) {
          expect(tier.unitPriceKrw).toBeGreaterThan(0);
        }
        expect(reading.item.supplyUnit).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('delivery terms', () => {
  const deliveryOf = (deli: object): WholesaleItem['delivery'] => read({ deli }).delivery;

  it('are Domeme’s where stated and Domeggook’s otherwise', () => {
    const dome = { type: '고정배송비', fee: '2500' };
    const supply = { type: '고정배송비', fee: 3000, pay: '착불' };
    expect(deliveryOf({ pay: '선결제', dome, supply })).toMatchObject({
      payer: 'collect',
      fee: { kind: 'fixed', feeKrw: 3000 },
    });
    for (const empty of EMPTIES) {
      expect(deliveryOf({ pay: '선결제', dome, supply: empty })).toMatchObject({
        payer: 'prepaid',
        fee: { kind: 'fixed', feeKrw: 2500 },
      });
    }
    expect(deliveryOf({ pay: '선결제', dome, supply: { pay: '착불' } })).toMatchObject({
      payer: 'collect',
      fee: { kind: 'fixed', feeKrw: 2500 },
    });
  });

  it('read both kinds of quantity table', () => {
    const pay = '선결제';
    expect(deliveryOf({ pay, dome: { type: '수량별차등', tbl: '1+2500|20+2350' } }).fee).toEqual({
      kind: 'tiered',
      tiers: [
        { minQuantity: 1, feeKrw: 2500 },
        { minQuantity: 20, feeKrw: 2350 },
      ],
    });
    expect(deliveryOf({ pay, dome: { type: '수량별비례', tbl: '50+2500|100+2000' } }).fee).toEqual({
      kind: 'proportional',
      firstQuantity: 50,
      firstFeeKrw: 2500,
      stepQuantity: 100,
      stepFeeKrw: 2000,
    });
  });

  it('are unknown, with their text, when they cannot be read', () => {
    for (const dome of [
      { type: '금액비노출' },
      { type: '고정배송비', fee: '협의' },
      { type: '수량별비례', tbl: 'x' },
      { type: '새방식', tbl: '1+100' },
    ]) {
      expect(deliveryOf({ pay: '선결제', dome }).fee).toMatchObject({
        kind: 'unknown',
        text: expect.stringContaining(dome.type),
      });
    }
    expect(deliveryOf({ pay: '선결제' }).fee).toEqual({ kind: 'unknown', text: '' });
  });

  it.each([
    ['무료배송', 'free'],
    ['무료', 'free'],
    ['선결제', 'prepaid'],
    ['착불', 'collect'],
    ['구매자선택', 'buyer-choice'],
    ['구매자(선불,착불)선택', 'buyer-choice'],
    ['', 'unknown'],
    ['협의', 'unknown'],
  ])('take the payer %o for %s', (pay, payer) => {
    expect(deliveryOf({ pay }).payer).toBe(payer);
  });

  it('cost nothing when delivery is free, with or without a table', () => {
    expect(deliveryOf({ pay: '무료배송', supply: null }).fee).toEqual({ kind: 'none' });
  });

  it('state the preparation in days or words', () => {
    expect(deliveryOf({ periodDeli: '3' }).preparationDays).toBe(3);
    expect(deliveryOf({ wating: '즉시배송가능' }).preparationDays).toBe(0);
    expect(deliveryOf({ wating: '2일이상 소요' }).preparationDays).toBe(2);
    expect(deliveryOf({}).preparationDays).toBeNull();
  });
});
