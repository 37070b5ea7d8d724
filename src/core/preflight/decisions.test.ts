import { describe, expect, it } from 'vitest';
import { around, codesOf, GATES_AT_MS, withContent } from '../testing/preflight-context';
import { PREFLIGHT_RULES, runPreflight } from './index';

describe('decisions of the seller against a rule', () => {
  const override = {
    code: 'DRAFT_NAME_WORD',
    subject: '나이키',
    note: '정품 증빙 보관',
    madeBy: 'kim',
    atMs: GATES_AT_MS,
  };

  it('let exactly the finding pass that was decided on, and stay visible', () => {
    const named = withContent({ name: '나이키 텀블러' });
    const [found] = runPreflight(PREFLIGHT_RULES, around({ overrides: [override] }, named));
    expect(found).toMatchObject({
      code: 'DRAFT_OVERRIDDEN',
      severity: 'warn',
      params: { subject: '나이키', madeBy: 'kim', note: '정품 증빙 보관' },
    });
    const other = withContent({ name: '나이키 샤넬 텀블러' });
    expect(codesOf(around({ overrides: [override] }, other))).toContain('DRAFT_NAME_WORD');
  });

  it('never let a block pass', () => {
    const blocked = withContent({ name: '짝퉁 텀블러' });
    const decided = { ...override, subject: '짝퉁' };
    expect(codesOf(around({ overrides: [decided] }, blocked))).toEqual(['DRAFT_NAME_WORD']);
  });
});

describe('what the marketplace refused', () => {
  it('stops the draft until it is changed or the seller says that it is settled there', () => {
    const refusal = {
      code: 'NAVER_REJECTED_CATEGORY_RIGHT',
      severity: 'block',
      field: 'category',
      params: { path: '-' },
    } as const;
    expect(codesOf(around({ refusals: [refusal] }))).toEqual(['NAVER_REJECTED_CATEGORY_RIGHT']);
    const settled = {
      code: refusal.code,
      subject: '-',
      note: '',
      madeBy: 'kim',
      atMs: GATES_AT_MS,
    };
    expect(codesOf(around({ refusals: [refusal], overrides: [settled] }))).toEqual([
      'DRAFT_OVERRIDDEN',
    ]);
  });
});
