import { describe, expect, it } from 'vitest';
import {
  around,
  cleanContent,
  cleanContext,
  codesOf,
  withContent,
} from '../testing/preflight-context';
import { findRepairs, PREFLIGHT_RULES, type PreflightContext } from './index';

describe('repairs', () => {
  it('offer changes after which the rule is silent', () => {
    const cases = [
      withContent({ name: '컵 "대용량"' }),
      withContent({ name: '가'.repeat(120) }),
      withContent({ tags: Array.from({ length: 11 }, (_, at) => `태그${at}`) }),
      withContent({ name: '나이키 샤넬 진공 텀블러' }),
      withContent({ name: '진공 텀블러 무료배송 특가' }),
      withContent({ tags: ['디즈니컵', '보온병'] }),
      around({ restrictedTags: new Map([['텀블러', true]]) }),
    ];
    for (const context of cases) {
      const [repair] = findRepairs(PREFLIGHT_RULES, context);
      expect(repair).toBeDefined();
      expect(codesOf({ ...context, content: { ...context.content, ...repair?.change } })).toEqual(
        [],
      );
    }
  });

  it('leave the stock of a bundled product in pieces', () => {
    const row = { values: ['가*나'], priceKrw: 0, stock: 11, usable: true, sourceKey: '00' };
    const options = {
      ...cleanContent.options,
      type: 'SIMPLE' as const,
      dimensions: [{ name: '색상', values: ['가*나'] }],
      combinations: [row],
    };
    const sold = { ...row, values: ['가나'], stock: 2 };
    const context: PreflightContext = {
      ...withContent({ options, unitQuantity: 5 }),
      mapped: {
        ...cleanContext.mapped,
        problems: [{ code: 'OPTIONS_DUPLICATE_LEFT_OUT', severity: 'block', field: 'options' }],
        repairs: [
          {
            kind: 'rename',
            salePriceKrw: 0,
            discountKrw: 0,
            shiftKrw: 0,
            explanation: { ko: '', en: '' },
            changes: [],
            model: {
              type: 'SIMPLE',
              dimensions: [{ name: '색상', values: ['가나'] }],
              combinations: [sold],
              addOns: [],
            },
          },
        ],
      },
    };
    const [repair] = findRepairs(PREFLIGHT_RULES, context).filter((found) => found.change.options);
    expect(repair?.change.options?.combinations).toEqual([{ ...row, values: ['가나'] }]);
  });

  it('offer nothing on a clean draft', () => {
    expect(findRepairs(PREFLIGHT_RULES, cleanContext)).toEqual([]);
  });
});
