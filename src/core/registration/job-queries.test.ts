import { MAIN_STORE, type StoreId } from '@shared/domain/ids';
import { isResting, JOB_STATES, type JobState } from '@shared/domain/job';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anItemNo } from '../testing/wholesale-item';
import { createJobQueries } from './job-queries';
import type { JobFilter, RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld } from './service-fixture';

const OTHER_STORE = 'other' as StoreId;
const REASONS = ['REGISTRATION_DRAFT_NOT_READY', 'REGISTRATION_ITEM_DELETED'] as const;
const TITLES = ['가을 100% 니트', 'Cotton 니트 10', '등산_양말'] as const;
const LIST = { lane: 'batch', batchName: 'list.csv' } as const;

let world: QueueWorld;
let service: RegistrationService;
let batches: readonly NonNullable<JobFilter['batchId']>[];

/** Two stores, overlapping batches, every state and two reasons, spread without a pattern. */
beforeAll(async () => {
  world = await createQueueWorld();
  service = world.service();
  batches = [
    (await service.enqueue(MAIN_STORE, itemNos(40), LIST)).batchId,
    (await service.enqueue(MAIN_STORE, itemNos(30, 1020), LIST)).batchId,
    (await service.enqueue(OTHER_STORE, itemNos(20), LIST)).batchId,
  ];
  const setState = world.database.prepare('UPDATE jobs SET state = ? WHERE job_seq = ?');
  const addReason = world.database.prepare('INSERT INTO job_reasons (code, job_seq) VALUES (?, ?)');
  const setReason = world.database.prepare('UPDATE jobs SET reasons_json = ? WHERE job_seq = ?');
  const setTitle = world.database.prepare('UPDATE jobs SET title = ? WHERE job_seq = ?');
  for (let jobSeq = 1; jobSeq <= 70; jobSeq += 1) {
    const state = JOB_STATES[(jobSeq * 7) % JOB_STATES.length] ?? 'queued';
    setState.run(state, jobSeq);
    if (jobSeq % 4 !== 0) setTitle.run(`${TITLES[jobSeq % 3]} ${jobSeq}`, jobSeq);
    const code = REASONS[jobSeq % 3];
    if (code === undefined) continue;
    addReason.run(code, jobSeq);
    setReason.run(JSON.stringify([{ code, severity: 'ask' }]), jobSeq);
  }
});

interface Plain {
  readonly job_seq: number;
  readonly job_id: string;
  readonly store_id: string;
  readonly item_no: string;
  readonly state: JobState;
  readonly title: string | null;
  readonly codes: string | null;
  readonly batch_ids: string | null;
}

/** What the filter means, said the slow way. */
function expectedIds(filter: JobFilter): readonly string[] {
  return world.database
    .prepare<[], Plain>(
      `SELECT *, (SELECT group_concat(code) FROM job_reasons r WHERE r.job_seq = jobs.job_seq) AS codes,
         (SELECT group_concat(m.batch_id) FROM batch_members m WHERE m.job_seq = jobs.job_seq) AS batch_ids
       FROM jobs ORDER BY job_seq`,
    )
    .all()
    .filter(
      (row) =>
        (filter.storeId === undefined || row.store_id === filter.storeId) &&
        (filter.states === undefined || filter.states.includes(row.state)) &&
        (filter.itemNo === undefined || row.item_no === filter.itemNo) &&
        (filter.text === undefined ||
          (/^[0-9]+$/.test(filter.text) && row.item_no.startsWith(filter.text)) ||
          row.title?.toLowerCase().includes(filter.text.toLowerCase()) === true) &&
        (filter.reasonCode === undefined || row.codes?.includes(filter.reasonCode) === true) &&
        (filter.batchId === undefined || row.batch_ids?.includes(filter.batchId) === true),
    )
    .map((row) => row.job_id);
}

describe('listing jobs', () => {
  it('gives the same page and total as a plain scan, whatever is asked', () => {
    const filters = fc.record(
      {
        storeId: fc.constantFrom(MAIN_STORE, OTHER_STORE, 'unknown' as StoreId),
        states: fc.uniqueArray(fc.constantFrom(...JOB_STATES), { maxLength: 4 }),
        reasonCode: fc.constantFrom(...REASONS),
        itemNo: fc.constantFrom(anItemNo('1000'), anItemNo('1025'), anItemNo('9999')),
        text: fc.constantFrom('니트', '100', '10', '1025', '%', '_', '니트 1', 'COTTON', '없음'),
        batch: fc.nat({ max: 2 }),
        offset: fc.nat({ max: 95 }),
        limit: fc.nat({ max: 40 }),
      },
      { requiredKeys: ['offset', 'limit'] },
    );
    fc.assert(
      fc.property(filters, ({ batch, ...rest }) => {
        const batchId = batch === undefined ? undefined : batches[batch];
        const filter: JobFilter = { ...rest, ...(batchId === undefined ? {} : { batchId }) };
        const expected = expectedIds(filter);
        const { jobs, total } = service.listJobs(filter);
        expect(total).toBe(expected.length);
        expect(jobs.map((job) => job.jobId)).toEqual(
          expected.slice(filter.offset, filter.offset + filter.limit),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('counts every state of a store as a plain scan does', () => {
    const { counts, byLane } = service.status(MAIN_STORE);
    for (const state of JOB_STATES) {
      expect(counts[state]).toBe(
        expectedIds({ storeId: MAIN_STORE, states: [state], offset: 0, limit: 0 }).length,
      );
    }
    const active = JOB_STATES.filter((state) => !isResting(state));
    expect(byLane.batch).toBe(active.reduce((sum, state) => sum + counts[state], 0));
    expect(byLane.review).toBe(counts['needs-review']);
  });

  it('reads the pages of a screen from indexes, without sorting and without a scan of the jobs', () => {
    const asked: string[] = [];
    const { prepare } = world.database;
    const spied = new Proxy(world.database, {
      get: (target, key) => {
        const value = Reflect.get(target, key);
        if (key !== 'prepare') return typeof value === 'function' ? value.bind(target) : value;
        return (sql: string) => {
          asked.push(sql);
          return prepare.call(target, sql);
        };
      },
    });
    const queries = createJobQueries(spied);
    const page = { offset: 0, limit: 10 };
    const batchId = batches[0];
    asked.length = 0;
    queries.list({ ...page, storeId: MAIN_STORE });
    queries.list({ ...page, storeId: MAIN_STORE, states: ['done', 'failed'] });
    queries.list({ ...page, ...(batchId === undefined ? {} : { batchId }) });
    queries.list({ ...page, reasonCode: REASONS[0] });
    queries.list({ ...page, itemNo: anItemNo('1000') });
    queries.list({ ...page, text: '1025' });
    queries.list({ ...page, text: '니트', states: ['done'] });
    const pages = asked.filter((sql) => sql.includes('LIMIT'));
    expect(pages).toHaveLength(7);
    for (const sql of pages) {
      const places = sql.split('?').length - 1;
      const plan = world.database
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array<unknown>(places).fill(1))
        .map((row) => row.detail);
      expect(
        plan.filter(
          (detail) =>
            /^SCAN (jobs|batch_members|job_reasons)/.test(detail) &&
            // Names are looked through in an index of their own, which holds nothing else.
            !detail.includes('COVERING INDEX jobs_by_title'),
        ),
      ).toEqual([]);
    }
  });
});
