import { MAIN_STORE } from '@shared/domain/ids';
import { DEFAULT_POLICIES, type PolicyScope, type WatchPolicy } from '@shared/domain/watch';
import { describe, expect, it } from 'vitest';
import { anItemNo } from '../testing/wholesale-item';
import type { Difference } from './differences';
import { coolDownUntilMs, decide, type PolicyRule, ruleFor } from './policies';

const ITEM = anItemNo('20000001');
const OTHER_ITEM = anItemNo('20000002');
const SUBJECT = { storeId: MAIN_STORE, supplierId: 'goodseller', itemNo: ITEM };

function aPolicy(scope: Partial<PolicyScope>, action: WatchPolicy['action']): WatchPolicy {
  return {
    scope: { storeId: MAIN_STORE, supplierId: null, itemNo: null, ...scope },
    kind: 'price-up',
    ...DEFAULT_POLICIES['price-up'],
    action,
  };
}

function aRule(change: Partial<PolicyRule>): PolicyRule {
  return { ...DEFAULT_POLICIES['price-up'], action: 'act', ...change };
}

function aRise(from: number, to: number): Difference {
  return { kind: 'price-up', option: null, old: from, new: to, mustAsk: null };
}

describe('the policy that holds', () => {
  const store = aPolicy({}, 'tell');
  const supplier = aPolicy({ supplierId: 'goodseller' }, 'ask');
  const item = aPolicy({ itemNo: ITEM }, 'act');

  it('is the product’s, else its supplier’s, else the store’s, else the default', () => {
    const actionOf = (policies: readonly WatchPolicy[]) =>
      ruleFor(policies, SUBJECT, 'price-up').action;
    expect(actionOf([store, supplier, item])).toBe('act');
    expect(actionOf([item, supplier, store])).toBe('act');
    expect(actionOf([store, supplier])).toBe('ask');
    expect(actionOf([store])).toBe('tell');
    expect(actionOf([])).toBe(DEFAULT_POLICIES['price-up'].action);
  });

  it('is never one of another product, supplier, store or kind of change', () => {
    const others = [
      aPolicy({ itemNo: OTHER_ITEM }, 'act'),
      aPolicy({ supplierId: 'another' }, 'act'),
      { ...item, kind: 'price-down' } as const,
    ];
    expect(ruleFor(others, SUBJECT, 'price-up')).toEqual(DEFAULT_POLICIES['price-up']);
  });
});

describe('a tolerance', () => {
  it('leaves out a difference within every one that is set, in won and in percent', () => {
    const actionFor = (rule: Partial<PolicyRule>, to: number) =>
      decide(aRise(10_000, to), aRule(rule), undefined).action;
    expect(actionFor({ toleranceKrw: 300 }, 10_300)).toBe('ignore');
    expect(actionFor({ toleranceKrw: 300 }, 10_301)).toBe('act');
    expect(actionFor({ tolerancePercent: 2 }, 10_200)).toBe('ignore');
    expect(actionFor({ tolerancePercent: 2 }, 10_201)).toBe('act');
    expect(actionFor({ toleranceKrw: 300, tolerancePercent: 2 }, 10_250)).toBe('act');
    expect(actionFor({}, 10_001)).toBe('act');
  });

  it('counts from what was last followed, not from the last step', () => {
    const rule = aRule({ tolerancePercent: 2 });
    expect(decide(aRise(10_200, 10_250), rule, 10_000).action).toBe('act');
  });

  it('never covers what has to be asked, and never a stock that ran out', () => {
    const mustAsk = { code: 'WATCH_UNIT_CHANGED', severity: 'ask' } as const;
    const asked = { ...aRise(10_000, 10_001), mustAsk };
    expect(decide(asked, aRule({ toleranceKrw: 300 }), undefined)).toEqual({
      action: 'ask',
      reasons: [mustAsk],
    });
    const soldOut = { ...aRise(3, 0), kind: 'sold-out' } as const;
    expect(decide(soldOut, aRule({ tolerancePercent: 100 }), undefined).action).toBe('act');
  });
});

describe('a cool-down', () => {
  it('counts from the last write, takes the longest, and never holds back what ran out', () => {
    const rule = (coolDownMinutes: number) => aRule({ coolDownMinutes });
    const [up, down] = [
      { kind: 'price-up', rule: rule(30) },
      { kind: 'price-down', rule: rule(10) },
    ] as const;
    expect(coolDownUntilMs([up, down], 1000)).toBe(1000 + 30 * 60_000);
    expect(coolDownUntilMs([up, { kind: 'sold-out', rule: rule(60) }], 1000)).toBe(0);
    expect(coolDownUntilMs([up], null)).toBe(0);
  });
});
