import type { ChannelProductNo, OriginProductNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { catalogue, type MessageCode } from '@shared/texts/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredProduct } from '../naver/port';
import {
  afterFailedProbe,
  afterFault,
  afterSuccess,
  CLOSED_BREAKER,
  FAULTS_TO_OPEN,
  onTrial,
} from './breaker';
import { classifyFault, isCertainlyNotProcessed } from './fault-class';
import { planReconciliation } from './reconciliation';
import { createTurns } from './turns';
import { differencesOf, expectationOf } from './verification';

const REFUSED = new AppError('NETWORK_REFUSED', { retry: { kind: 'now' } });
const KEY = new AppError('NAVER_NOT_AUTHORISED');

describe('whose fault a fault is', () => {
  const cases: readonly (readonly [MessageCode, ReturnType<typeof classifyFault>])[] = [
    ['STORAGE_FULL', 'storage'],
    ['NETWORK_ABORTED', 'closing'],
    ['NAVER_IP_NOT_ALLOWED', 'access'],
    ['NAVER_QUOTA_PENALTY', 'access'],
    ['DOMEGGOOK_KEY_INVALID', 'access'],
    ['LIMITER_DAY_USED_UP', 'access'],
    ['NETWORK_DNS', 'unavailable'],
    ['NAVER_UNAVAILABLE', 'unavailable'],
    ['NAVER_MAINTENANCE', 'unavailable'],
    ['DOMEGGOOK_ANSWER_HTML', 'unavailable'],
    ['REDIS_UNREACHABLE', 'unavailable'],
    ['PICTURE_FILE_MISSING', 'item'],
    ['DOMEGGOOK_REFUSED', 'item'],
    ['INTERNAL_FAULT', 'item'],
  ];
  for (const [code, expected] of cases) {
    it(`counts ${code} as ${expected}`, () => {
      expect(classifyFault(new AppError(code))).toBe(expected);
    });
  }

  it('takes a create call for sent unless the fault says otherwise, for every code there is', () => {
    for (const code of Object.keys(catalogue) as MessageCode[]) {
      const lost = new AppError(code, { retry: { kind: 'look-up' } });
      expect(isCertainlyNotProcessed(lost)).toBe(false);
      if (!/^(NAVER|NETWORK|LIMITER|REDIS)_/.test(code)) {
        expect(isCertainlyNotProcessed(new AppError(code))).toBe(false);
      }
    }
    expect(isCertainlyNotProcessed(REFUSED)).toBe(true);
    expect(isCertainlyNotProcessed(new AppError('NAVER_RATE_LIMITED'))).toBe(true);
  });
});

describe('when the queue rests', () => {
  it('forgives single faults and opens at a run of them', () => {
    let breaker = CLOSED_BREAKER;
    for (let count = 1; count < FAULTS_TO_OPEN; count += 1) {
      breaker = afterFault(breaker, 'create', REFUSED, 0, 0.5);
      expect(breaker.openSince).toBeNull();
    }
    expect(afterFault(breaker, 'create', REFUSED, 0, 0.5).openSince?.untilMs).toBe(2000);
    const helped = afterSuccess(breaker, 'create');
    expect(afterFault(helped, 'create', REFUSED, 0, 0.5).openSince).toBeNull();
  });

  it('is not closed by calls of another kind that work', () => {
    let breaker = CLOSED_BREAKER;
    for (let count = 1; count <= FAULTS_TO_OPEN; count += 1) {
      breaker = afterSuccess(afterFault(breaker, 'create', REFUSED, 0, 0.5), 'look-up');
    }
    expect(breaker.openSince).not.toBeNull();
  });

  it('opens at the first fault of access, for long', () => {
    expect(afterFault(CLOSED_BREAKER, 'fetch', KEY, 1000, 0.5).openSince?.untilMs).toBe(61_000);
  });

  it('waits longer every time it opens again, up to a limit, and short after a success', () => {
    let breaker = CLOSED_BREAKER;
    for (let count = 0; count < FAULTS_TO_OPEN; count += 1) {
      breaker = afterFault(breaker, 'create', REFUSED, 0, 0.5);
    }
    const pauses: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      pauses.push(breaker.openSince?.untilMs ?? 0);
      breaker = afterFault(onTrial(breaker), 'create', REFUSED, 0, 0.5);
    }
    expect(pauses.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
    expect(pauses.at(-1)).toBe(300_000);
    expect(afterSuccess(onTrial(breaker), 'create').openings).toBe(0);
  });

  it('rests as long as the fault itself asks for', () => {
    const penalty = new AppError('NAVER_QUOTA_PENALTY', {
      retry: { kind: 'after', delayMs: 3_600_000 },
    });
    const open = afterFailedProbe(CLOSED_BREAKER, penalty, 0, 0);
    expect(open.openSince?.untilMs).toBe(3_600_000);
  });
});

describe('after a lost answer', () => {
  it('never concludes before the settling time, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        fc.integer({ min: 1, max: 50 }),
        (ageMs, lookUps) => {
          const plan = planReconciliation(1_000_000, lookUps, 1_000_000 + ageMs, 60_000);
          if (plan.kind === 'absent') {
            expect(ageMs).toBeGreaterThanOrEqual(60_000);
            expect(lookUps).toBeGreaterThanOrEqual(2);
          } else {
            expect(plan.atMs - (1_000_000 + ageMs)).toBeGreaterThan(0);
            expect(plan.atMs - (1_000_000 + ageMs)).toBeLessThanOrEqual(30_000);
          }
        },
      ),
    );
  });

  it('comes to an end with few look-ups', () => {
    let nowMs = 1_000_000;
    let lookUps = 0;
    for (;;) {
      lookUps += 1;
      const plan = planReconciliation(1_000_000, lookUps, nowMs, 60_000);
      if (plan.kind === 'absent') break;
      nowMs = plan.atMs;
    }
    expect(nowMs - 1_000_000).toBeGreaterThanOrEqual(60_000);
    expect(lookUps).toBeLessThan(10);
  });
});

describe('comparing what Naver keeps', () => {
  const body = {
    originProduct: {
      name: '텀블러',
      salePrice: 9900,
      stockQuantity: 30,
      images: { representativeImage: { url: 'a' }, optionalImages: [{ url: 'b' }] },
      detailAttribute: {
        optionInfo: {
          optionCombinations: [
            { optionName1: '블랙', optionName2: 'M', price: 0, stockQuantity: 10, usable: true },
            { optionName1: '블랙', optionName2: 'L', price: 500, stockQuantity: 20 },
          ],
        },
      },
    },
  };
  const stored: StoredProduct = {
    originProductNo: '1' as OriginProductNo,
    status: 'SALE',
    name: '텀블러',
    salePriceKrw: 9900,
    discountKrw: 0,
    stock: 30,
    imageUrls: ['a', 'b'],
    sellerCode: 'SB-1',
    optionCombinations: [
      { id: 2, values: ['블랙', 'L'], sourceKey: null, priceKrw: 500, stock: 20, usable: true },
      { id: 1, values: ['블랙', 'M'], sourceKey: null, priceKrw: 0, stock: 10, usable: true },
    ],
    raw: {},
  };
  const changes: readonly (readonly [string, Partial<StoredProduct>, string])[] = [
    ['another name', { name: '텀블' }, 'name'],
    ['another price', { salePriceKrw: 990 }, 'salePriceKrw'],
    ['another stock', { stock: 29 }, 'stock'],
    ['a lost picture', { imageUrls: ['a'] }, 'pictureCount'],
    ['a lost option', { optionCombinations: stored.optionCombinations.slice(1) }, 'options'],
    [
      'an option with another price',
      {
        optionCombinations: stored.optionCombinations.map((option) => ({ ...option, priceKrw: 0 })),
      },
      'options',
    ],
  ];

  it('finds nothing when all agrees, in any order of options', () => {
    const expected = expectationOf(body);
    expect(expected && differencesOf(expected, stored)).toEqual([]);
  });
  for (const [name, change, field] of changes) {
    it(`finds ${name}`, () => {
      const expected = expectationOf(body);
      const found = expected && differencesOf(expected, { ...stored, ...change });
      expect(found?.map((reason) => [reason.field, reason.severity])).toEqual([[field, 'warn']]);
    });
  }
  it('has nothing to compare for a body of another shape', () => {
    expect(expectationOf({ product: '1' as ChannelProductNo })).toBeNull();
  });
});

describe('turns', () => {
  it('runs no more at once than there are places, in the order of coming', async () => {
    const inTurn = createTurns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const works = [0, 1, 2, 3].map((index) =>
      inTurn(async () => {
        begun.push(index);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (index === 0) throw new Error('broken');
      }).catch(() => undefined),
    );
    expect(begun).toEqual([0, 1]);
    ends[0]?.();
    await works[0];
    expect(begun).toEqual([0, 1, 2]);
    ends[1]?.();
    ends[2]?.();
    await Promise.all(works.slice(1, 3));
    ends[3]?.();
    await Promise.all(works);
    expect(begun).toEqual([0, 1, 2, 3]);
  });
});
