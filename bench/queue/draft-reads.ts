import { join } from 'node:path';
import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { systemClock } from '../../src/core/platform/clock';
import { openDatabase } from '../../src/core/storage/database';
import { aDraftDomain } from '../../src/core/testing/draft-domain';
import { anItemNo, aWholesaleItem } from '../../src/core/testing/wholesale-item';
import { atMost, type Figure, slowest95Ms } from './figures';

const DRAFTS = 10_000;
const OPERATIONS = 20;
const PAGE = { storeId: MAIN_STORE, limit: 50 } as const;

/**
 * What the review screens read when ten thousand drafts are there, a quarter of them before a person and
 * each touched by twenty changes to many. `barMs` holds for every read.
 */
export async function benchDraftReads(folder: string, barMs: number): Promise<readonly Figure[]> {
  const database = await openDatabase(join(folder, 'drafts.sqlite'), systemClock);
  const { desk, operations, store } = await aDraftDomain({ database });
  const ask = { countryText: null, infoDuty: null } as const;
  for (const [itemNo, detail] of [['10000001', {}] as const, ['10000002', ask] as const]) {
    const item = aWholesaleItem({ itemNo: anItemNo(itemNo), detail });
    await desk.prepare(MAIN_STORE, item, { lane: 'batch' });
  }
  const models = ['10000001', '10000002'].map((itemNo) => store.find(MAIN_STORE, itemNo as ItemNo));
  database.transaction(() => {
    for (let at = 3; at <= DRAFTS; at += 1) {
      const model = models[at % 4 === 0 ? 1 : 0];
      if (model === null || model === undefined) throw new Error('no model draft');
      const itemNo = anItemNo(String(10_000_000 + at));
      const name = `${model.draft.content.name} ${at}`;
      const content = { ...model.draft.content, name };
      const draft = { ...model.draft, itemNo, content, version: 1, updatedAtMs: at };
      store.save({ ...model, draft, item: { ...model.item, itemNo } }, 0, { kind: 'refresh' });
    }
    // Recorded by hand: changing ten thousand drafts twenty times is not what is measured here.
    const operation = database.prepare(
      `INSERT INTO draft_operations (operation_id, store_id, answer_json, reason_code, state, made_by,
         draft_count, created_at_ms) VALUES (?, ?, '{"kind":"confirm","field":"origin"}', NULL, 'done', 'kim', ?, ?)`,
    );
    const items = database.prepare(
      `INSERT INTO draft_operation_items (operation_id, item_no, place, outcome, before_json, after_json)
       SELECT ?, item_no, rowid, iif(rowid % 9 = 0, 'skipped', 'changed'),
         '{"origin":{"code":"00"}}', '{"origin":{"code":"0200037"}}' FROM draft_summaries`,
    );
    for (let at = 0; at < OPERATIONS; at += 1) {
      operation.run(`operation-${at}`, MAIN_STORE, DRAFTS, at);
      items.run(`operation-${at}`);
    }
  })();

  const reasonCode = 'DRAFT_ORIGIN_UNCLEAR';
  const state = 'needs-review';
  const waiting = desk.summaries({ ...PAGE, state, offset: 0 }).total;
  if (waiting < DRAFTS / 4) throw new Error(`${waiting} drafts wait for a person`);
  const reads: readonly (readonly [string, (run: number) => unknown])[] = [
    ['first page of all drafts', () => desk.summaries({ ...PAGE, offset: 0 })],
    ['last page', () => desk.summaries({ ...PAGE, offset: DRAFTS - 50 })],
    ['page of a state', (run) => desk.summaries({ ...PAGE, state, offset: run * 40 })],
    ['page of a reason', (run) => desk.summaries({ ...PAGE, reasonCode, offset: run * 40 })],
    [
      'page of a state and a reason',
      (run) => desk.summaries({ ...PAGE, state, reasonCode, offset: run * 40 }),
    ],
    ['search by a word', () => desk.summaries({ ...PAGE, text: '9999', offset: 0 })],
    [
      'search by item number',
      (run) => desk.summaries({ ...PAGE, text: String(10_000_100 + run * 97), offset: 0 }),
    ],
    [
      'page of one change to many',
      (run) => desk.summaries({ ...PAGE, operationId: 'operation-3', offset: run * 100 }),
    ],
    ['item numbers of a reason', () => desk.itemNos({ storeId: MAIN_STORE, reasonCode })],
    ['counts by state and reason', () => desk.overview(MAIN_STORE)],
    ['list of changes to many', () => operations.list(MAIN_STORE, OPERATIONS)],
    ['one draft', (run) => desk.find(MAIN_STORE, anItemNo(String(10_000_500 + run)))],
  ];
  const figures = reads.map(([name, read]) =>
    atMost(`drafts: ${name} of 10,000 (95 % of reads)`, slowest95Ms(read), barMs),
  );
  database.close();
  return figures;
}
