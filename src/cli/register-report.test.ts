import type { BatchId, ItemNo, JobId, OriginProductNo } from '@shared/domain/ids';
import { MAIN_STORE } from '@shared/domain/ids';
import type { IntakeResult } from '@shared/domain/intake';
import type { Job, JobState } from '@shared/domain/job';
import { describe, expect, it } from 'vitest';
import { isAllDone, reportOf } from './register-report';

const itemNo = (text: string): ItemNo => text as ItemNo;

function aJob(number: string, state: JobState, change: Partial<Job> = {}): Job {
  return {
    jobId: `job-${number}` as JobId,
    batchId: 'batch' as BatchId,
    storeId: MAIN_STORE,
    itemNo: itemNo(number),
    lane: 'batch',
    state,
    attempts: 1,
    reasons: [],
    title: null,
    originProductNo: null,
    channelProductNo: null,
    notBeforeMs: 0,
    createdAtMs: 0,
    updatedAtMs: 0,
    ...change,
  };
}

function aList(...numbers: readonly string[]): IntakeResult {
  return {
    lines: numbers.map((number, index) => ({
      line: index + 1,
      text: number,
      itemNo: itemNo(number),
      reason: null,
    })),
    itemNos: numbers.map(itemNo),
    encoding: 'utf-8',
    column: null,
  };
}

const jobsOf = (...jobs: readonly Job[]): ReadonlyMap<ItemNo, Job> =>
  new Map(jobs.map((job) => [job.itemNo, job]));

describe('the report of a registration', () => {
  it('tells a product registered now from one that was there before', () => {
    const productNo = '11900000001' as OriginProductNo;
    const jobs = jobsOf(
      aJob('101', 'done', { originProductNo: productNo }),
      aJob('102', 'done', { originProductNo: productNo }),
    );
    const report = reportOf(aList('101', '102'), jobs, new Set([itemNo('102')]), 'ko');
    expect(report.items.map((item) => [item.state, item.productNo])).toEqual([
      ['registered', productNo],
      ['alreadyRegistered', productNo],
    ]);
    expect(isAllDone(report)).toBe(true);
  });

  it('says the marketplace’s own words once', () => {
    const messageOf = (says: string, verbatim: string) => {
      const reasons = [
        { code: 'NAVER_REJECTED', severity: 'block', params: { says }, verbatim },
      ] as const;
      const jobs = jobsOf(aJob('101', 'rejected', { reasons }));
      return reportOf(aList('101'), jobs, new Set(), 'ko').items[0]?.reasons[0]?.message;
    };
    expect(messageOf('금지된 상품', '금지된 상품')).toBe(
      '네이버가 상품 등록을 거절했습니다: “금지된 상품”',
    );
    expect(messageOf('금지된 상품', '다른 말')).toContain('— 다른 말');
  });

  it('counts every line exactly once', () => {
    const list = aList('101', '102', '103', '104', '105');
    const lines = [
      ...list.lines,
      {
        line: 6,
        text: 'abc',
        itemNo: null,
        reason: { code: 'INTAKE_MALFORMED', severity: 'block', params: { text: 'abc' } },
      },
      {
        line: 7,
        text: '101',
        itemNo: itemNo('101'),
        reason: { code: 'INTAKE_DUPLICATE', severity: 'warn', params: { firstLine: 1 } },
      },
    ] as const;
    const jobs = jobsOf(
      aJob('101', 'done'),
      aJob('102', 'needs-review'),
      aJob('103', 'rejected'),
      aJob('104', 'failed'),
      aJob('105', 'uploading'),
    );
    const report = reportOf({ ...list, lines }, jobs, new Set(), 'en');
    const { total, items, ...counts } = report;
    expect(counts).toEqual({
      registered: 1,
      alreadyRegistered: 0,
      needsReview: 1,
      rejected: 1,
      failed: 1,
      waiting: 1,
      invalidLines: 2,
    });
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(total);
    expect(items[5]?.reasons[0]).toEqual({
      code: 'INTAKE_MALFORMED',
      message: 'Not an item number: “abc”',
      fix: 'Write a Domeggook item number or address.',
    });
    expect(isAllDone(report)).toBe(false);
  });

  it('keeps the marketplace’s own words beside ours', () => {
    const jobs = jobsOf(
      aJob('101', 'rejected', {
        reasons: [
          { code: 'INTERNAL_FAULT', severity: 'block', params: { problem: 'x' }, verbatim: '원문' },
        ],
      }),
    );
    const report = reportOf(aList('101'), jobs, new Set(), 'ko');
    expect(report.items[0]?.reasons[0]?.message).toContain('— 원문');
  });
});
