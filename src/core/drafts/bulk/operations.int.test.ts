import type { BulkAnswer } from '@shared/domain/draft-bulk';
import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { routes } from '@shared/ipc/registry';
import { describe, expect, it } from 'vitest';
import { aDraftDomain, storeSettings } from '../../testing/draft-domain';
import {
  anItemNo,
  aWholesaleItem,
  type WholesaleItemOverrides,
} from '../../testing/wholesale-item';

const CALL = { lane: 'batch' } as const;

async function someDrafts(count: number, overrides: WholesaleItemOverrides = {}) {
  const domain = await aDraftDomain();
  const itemNos: ItemNo[] = [];
  for (let at = 0; at < count; at += 1) {
    const itemNo = anItemNo(String(20_000_000 + at));
    await domain.desk.prepare(
      MAIN_STORE,
      aWholesaleItem({ itemNo, title: `진공 텀블러 ${at}호`, ...overrides }),
      CALL,
    );
    itemNos.push(itemNo);
  }
  const request = (answer: BulkAnswer, reasonCode: string | null = null) => ({
    answer,
    reasonCode,
    items: itemNos.map((itemNo) => ({ itemNo, change: null })),
  });
  const find = (itemNo: ItemNo | undefined) => {
    const draft = itemNo === undefined ? null : domain.desk.find(MAIN_STORE, itemNo);
    if (draft === null) throw new TypeError('no such draft');
    return draft;
  };
  return { ...domain, itemNos, request, find };
}

const unclear = { detail: { countryText: null, infoDuty: null } } as const;
const china = { code: '0200037', importer: '수입상사', content: null };

describe('one answer for many drafts', () => {
  it('shows what it would do, does it in one operation, and takes it back', async () => {
    const { operations, desk, itemNos, request, find } = await someDrafts(45, unclear);
    const fix = request({ kind: 'set', change: { origin: china } }, 'DRAFT_ORIGIN_UNCLEAR');
    const before = itemNos.map(find);
    expect(desk.overview(MAIN_STORE).byReason).toContainEqual({
      code: 'DRAFT_ORIGIN_UNCLEAR',
      count: 45,
    });

    const preview = operations.preview(MAIN_STORE, fix);
    expect(preview.total).toBe(45);
    expect(preview.rows[0]?.changes).toEqual([
      { field: 'origin', isLarge: false, before: null, after: china },
    ]);
    expect(itemNos.map(find)).toEqual(before);

    const done = await operations.apply(MAIN_STORE, fix);
    expect(routes['drafts.bulkHistory'].output.parse({ operations: [done] })).toEqual({
      operations: operations.list(MAIN_STORE, 10),
    });
    expect(done).toMatchObject({ state: 'done', changedCount: 45, skippedCount: 0, madeBy: 'kim' });
    expect(itemNos.map((itemNo) => find(itemNo).content.origin)).toEqual(Array(45).fill(china));
    expect(find(itemNos[0]).lockedFields).toEqual(['origin']);
    const codes = desk.overview(MAIN_STORE).byReason.map(({ code }) => code);
    expect(codes).not.toContain('DRAFT_ORIGIN_UNCLEAR');

    // Its drafts can be listed and counted, also with another condition; those of no change are none.
    const touched = { storeId: MAIN_STORE, operationId: done.operationId, limit: 10, offset: 0 };
    const total = desk.summaries({ storeId: MAIN_STORE, limit: 10, offset: 0 }).total;
    expect(total).toBeGreaterThanOrEqual(45);
    expect(desk.summaries(touched)).toMatchObject({ total: 45, drafts: { length: 10 } });
    expect(desk.summaries({ ...touched, text: String(itemNos[3]) })).toMatchObject({ total: 1 });
    expect(desk.summaries({ ...touched, operationId: 'none' })).toEqual({ total: 0, drafts: [] });

    const undone = await operations.undo(done.operationId);
    expect(undone).toMatchObject({ state: 'undone', keptCount: 0 });
    itemNos.forEach((itemNo, at) => {
      const { content, lockedFields, reasons } = find(itemNo);
      expect({ content, lockedFields, reasons }).toEqual({
        content: before[at]?.content,
        lockedFields: before[at]?.lockedFields,
        reasons: before[at]?.reasons,
      });
    });
    await expect(operations.undo(done.operationId)).rejects.toMatchObject({
      code: 'DRAFT_OPERATION_UNDONE',
    });
  });

  it('leaves drafts alone that were edited since, when the rest is taken back', async () => {
    const { operations, desk, itemNos, request, find } = await someDrafts(3);
    const done = await operations.apply(
      MAIN_STORE,
      request({ kind: 'replace-word', word: '진공', by: '보온' }),
    );
    const [edited] = itemNos;
    const draft = find(edited);
    desk.edit(MAIN_STORE, draft.itemNo, { name: '내가 지은 이름' }, draft.version);
    const undone = await operations.undo(done.operationId);
    expect(undone.keptCount).toBe(1);
    expect(itemNos.map((itemNo) => find(itemNo).content.name)).toEqual([
      '내가 지은 이름',
      '진공 텀블러 1호',
      '진공 텀블러 2호',
    ]);
    expect(operations.leftOut(done.operationId, 10)).toEqual([
      { itemNo: edited, code: 'DRAFT_EDITED_SINCE' },
    ]);
  });

  it('works every kind of answer out for each draft by itself', async () => {
    const { operations, itemNos, request, find } = await someDrafts(2);
    const [first] = itemNos;
    const apply = (answer: BulkAnswer) => operations.apply(MAIN_STORE, request(answer));
    const priceBefore = find(first).content.price.salePriceKrw;
    await apply({
      kind: 'price',
      rule: { marginPercent: 40, minProfitKrw: 0, roundToKrw: 1000 },
    });
    expect(find(first).content.price.salePriceKrw).toBeGreaterThan(priceBefore);
    expect(find(first).content.price.marginRate).toBeGreaterThanOrEqual(0.4);
    await apply({ kind: 'delivery', change: { returnFeeKrw: 4500 } });
    await apply({ kind: 'tags', add: ['신혼선물'], remove: ['보온병'] });
    await apply({ kind: 'notice', type: null, fields: { modelName: 'X-1' }, onlyEmpty: false });
    await apply({ kind: 'confirm', field: 'options' });
    const { content, lockedFields } = find(first);
    expect(content.delivery.returnFeeKrw).toBe(4500);
    expect(content.tags).toEqual(['텀블러', '보냉컵', '신혼선물']);
    expect(content.notice?.fields.modelName).toBe('X-1');
    expect([...lockedFields].sort()).toEqual(['delivery', 'notice', 'options', 'price', 'tags']);
    const back = await apply({ kind: 'give-back', fields: ['tags', 'name'] });
    expect(back).toMatchObject({ changedCount: 2, skippedCount: 0 });
    expect(find(first).content.tags).toEqual(['텀블러', '보온병', '보냉컵']);
    const again = await apply({ kind: 'give-back', fields: ['tags'] });
    expect(again).toMatchObject({ changedCount: 0, skippedCount: 2 });
  });

  it('takes a category that is confirmed as it is for the seller’s own choice', async () => {
    const { operations, desk, itemNos, request, find } = await someDrafts(2, {
      category: null,
      keywords: [],
      title: '보온 용품 세트',
    });
    const unsure = (itemNo: ItemNo | undefined) =>
      find(itemNo).reasons.filter(({ code }) => code === 'DRAFT_CATEGORY_UNSURE');
    expect(unsure(itemNos[0])).toHaveLength(1);
    expect(desk.confirmable(MAIN_STORE, itemNos[0] ?? anItemNo('1'))).toEqual([
      { code: 'DRAFT_CATEGORY_UNSURE', field: 'category' },
    ]);
    await operations.apply(MAIN_STORE, request({ kind: 'confirm', field: 'category' }));
    expect(itemNos.flatMap(unsure)).toEqual([]);
    expect(find(itemNos[1]).content.category).toMatchObject({
      decidedBy: 'seller',
      confidence: 1,
    });
  });

  it('remembers a category given to many for the next item of the kind, until it is taken back', async () => {
    const { operations, desk, request, find } = await someDrafts(2);
    const category = {
      id: '50000002',
      path: '패션의류>여성의류>티셔츠',
      confidence: 1,
      decidedBy: 'seller',
      candidates: [],
    } as const;
    const done = await operations.apply(MAIN_STORE, request({ kind: 'set', change: { category } }));
    const sibling = aWholesaleItem({ itemNo: anItemNo('30000000') });
    await desk.prepare(MAIN_STORE, sibling, CALL);
    expect(find(sibling.itemNo).content.category).toMatchObject({
      id: '50000002',
      decidedBy: 'memory',
    });
    await operations.undo(done.operationId);
    await desk.prepare(MAIN_STORE, sibling, CALL);
    expect(find(sibling.itemNo).content.category).toMatchObject({ decidedBy: 'inference' });
  });

  it('goes on after an interruption where it stopped', async () => {
    const { operations, database, itemNos, request, find } = await someDrafts(50);
    // The disk refuses within the second slice.
    database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON draft_history
      WHEN (SELECT count(*) FROM draft_history WHERE kind = 'bulk') >= 30
      BEGIN SELECT RAISE(ABORT, 'stop'); END`);
    const answer = { kind: 'set', change: { brand: '자체제작' } } as const;
    await expect(operations.apply(MAIN_STORE, request(answer))).rejects.toMatchObject({
      code: 'STORAGE_FAULT',
    });
    expect(itemNos.filter((itemNo) => find(itemNo).content.brand !== null)).toHaveLength(20);
    database.exec('DROP TRIGGER refuse');
    await operations.resume();
    expect(itemNos.filter((itemNo) => find(itemNo).content.brand !== null)).toHaveLength(50);
    const [operation] = operations.list(MAIN_STORE, 1);
    expect(operation).toMatchObject({ state: 'done', changedCount: 50 });
  });

  it('takes the rest back when one draft cannot be read any more, also in a later run', async () => {
    const { operations, database, itemNos, request, find } = await someDrafts(3);
    const done = await operations.apply(
      MAIN_STORE,
      request({ kind: 'set', change: { brand: 'A' } }),
    );
    database.prepare("UPDATE drafts SET content_json = '{' WHERE item_no = ?").run(itemNos[0]);
    const undone = await operations.undo(done.operationId);
    expect(undone).toMatchObject({ state: 'undone', keptCount: 1 });
    expect(operations.leftOut(done.operationId, 10)).toEqual([
      { itemNo: itemNos[0], code: 'DRAFT_UNREADABLE' },
    ]);
    expect(itemNos.slice(1).map((itemNo) => find(itemNo).content.brand)).toEqual([null, null]);
  });

  it('does not let one interrupted change that cannot go on hold up the others', async () => {
    const { operations, database, request } = await someDrafts(2);
    for (const brand of ['A', 'B']) {
      await operations.apply(MAIN_STORE, request({ kind: 'set', change: { brand } }));
    }
    database.exec(`UPDATE draft_operations SET state = 'undoing', undone_at_ms = NULL;
      CREATE TRIGGER refuse BEFORE UPDATE ON draft_operation_items
      WHEN OLD.operation_id = (SELECT operation_id FROM draft_operations WHERE rowid = 1)
      BEGIN SELECT RAISE(ABORT, 'stop'); END`);
    await operations.resume();
    const states = database.prepare('SELECT state FROM draft_operations ORDER BY rowid').pluck();
    expect(states.all()).toEqual(['undoing', 'undone']);
  });
});

describe('taking the newest edit back', () => {
  it('goes back edit by edit, with the locks, and never over a refresh', async () => {
    const { operations, desk, itemNos, find } = await someDrafts(1);
    const draft = find(itemNos[0]);
    const { itemNo } = draft;
    const named = desk.edit(MAIN_STORE, itemNo, { name: '첫 이름' }, draft.version);
    const tagged = desk.edit(MAIN_STORE, itemNo, { tags: ['하나'] }, named.version);
    const once = operations.undoLastEdit(MAIN_STORE, itemNo, tagged.version);
    expect([once.content.name, once.content.tags]).toEqual(['첫 이름', draft.content.tags]);
    expect(once.lockedFields).toEqual(['name']);
    const twice = operations.undoLastEdit(MAIN_STORE, itemNo, once.version);
    expect(twice.content).toEqual(draft.content);
    expect(twice.lockedFields).toEqual([]);
    expect(() => operations.undoLastEdit(MAIN_STORE, itemNo, twice.version)).toThrow(
      expect.objectContaining({ code: 'DRAFT_NOTHING_TO_UNDO' }),
    );
    expect(
      desk.history(MAIN_STORE, itemNo, 10).map(({ kind, isUndone }) => [kind, isUndone]),
    ).toEqual([
      ['undo', false],
      ['undo', false],
      ['seller', true],
      ['seller', true],
    ]);
  });
});

describe('decisions on record', () => {
  it('let a finding pass with who, when and why, and can be withdrawn', async () => {
    const { overrides, itemNos, find } = await someDrafts(1, { title: '나이키 텀블러' });
    const draft = find(itemNos[0]);
    expect(draft.reasons.map(({ code }) => code)).toContain('DRAFT_NAME_WORD');
    const passed = overrides.override(
      MAIN_STORE,
      draft.itemNo,
      'DRAFT_NAME_WORD',
      '정품 증빙 보관',
      draft.version,
    );
    expect(passed.state).toBe('ready');
    const [logged] = overrides.list(MAIN_STORE, null, 10);
    expect(logged).toMatchObject({
      itemNo: draft.itemNo,
      subject: '나이키',
      note: '정품 증빙 보관',
      madeBy: 'kim',
    });
    const again = overrides.withdraw(MAIN_STORE, draft.itemNo, logged?.overrideId ?? 0);
    expect(again.state).toBe('needs-review');
    expect(overrides.list(MAIN_STORE, draft.itemNo, 10)[0]?.withdrawnAtMs).not.toBeNull();
  });

  it('are not open for what must be solved', async () => {
    const { overrides, itemNos, find } = await someDrafts(1, { title: '짝퉁 텀블러' });
    const { itemNo, version } = find(itemNos[0]);
    expect(() => overrides.override(MAIN_STORE, itemNo, 'DRAFT_NAME_WORD', '', version)).toThrow(
      expect.objectContaining({ code: 'DRAFT_OVERRIDE_NOT_ALLOWED' }),
    );
  });

  it('pass for many drafts at once and come back with the undo', async () => {
    const { operations, itemNos, request, find } = await someDrafts(2, { title: '나이키 컵' });
    const answer = { kind: 'override', code: 'DRAFT_NAME_WORD', note: '허락받음' } as const;
    const done = await operations.apply(MAIN_STORE, request(answer, 'DRAFT_NAME_WORD'));
    const codesOf = (itemNo: ItemNo) => find(itemNo).reasons.map(({ code }) => code);
    for (const itemNo of itemNos) expect(codesOf(itemNo)).not.toContain('DRAFT_NAME_WORD');
    await operations.undo(done.operationId);
    for (const itemNo of itemNos) expect(codesOf(itemNo)).toContain('DRAFT_NAME_WORD');
  });
});

describe('what the marketplace refused', () => {
  it('stops the draft until the refused value is another, and again when that is taken back', async () => {
    const { desk, operations, itemNos, find } = await someDrafts(1);
    const before = find(itemNos[0]);
    const refusal = {
      code: 'NAVER_REJECTED_TAG',
      severity: 'block',
      field: 'tags',
      params: { path: 'originProduct.detailAttribute.seoInfo.sellerTags', type: '-', says: '-' },
    } as const;
    desk.noteRefusal(MAIN_STORE, before.itemNo, [refusal]);
    const refused = find(itemNos[0]);
    expect(refused).toMatchObject({ state: 'blocked', version: before.version });
    expect(refused.reasons).toContainEqual(refusal);
    const edited = desk.edit(MAIN_STORE, refused.itemNo, { tags: ['다른말'] }, refused.version);
    expect(edited.state).toBe('ready');
    const back = operations.undoLastEdit(MAIN_STORE, refused.itemNo, edited.version);
    expect(back.reasons).toContainEqual(refusal);
  });

  it('closes the category for every draft in it until the seller has the right', async () => {
    const { desk, overrides, itemNos, find } = await someDrafts(2);
    const [first, second] = itemNos.map(find);
    if (first === undefined || second === undefined) throw new TypeError('two drafts wanted');
    desk.noteRefusal(MAIN_STORE, first.itemNo, [
      {
        code: 'NAVER_REJECTED_CATEGORY_RIGHT',
        severity: 'block',
        field: 'category',
        params: { path: '-' },
      },
    ]);
    const judged = desk.edit(MAIN_STORE, second.itemNo, { brand: '가' }, second.version);
    expect(judged.reasons.map(({ code }) => code)).toContain('DRAFT_CATEGORY_NO_RIGHT');
    const opened = overrides.override(
      MAIN_STORE,
      second.itemNo,
      'DRAFT_CATEGORY_NO_RIGHT',
      '권한 받음',
      judged.version,
    );
    expect(opened.state).toBe('ready');
  });
});

describe('doubles and caps', () => {
  it('ask about a second draft of the same supplier under the same name', async () => {
    const { find, itemNos } = await someDrafts(2, { title: '같은 이름 컵' });
    expect(find(itemNos[0]).reasons.map(({ code }) => code)).not.toContain('DRAFT_DUPLICATE_NAME');
    expect(find(itemNos[1]).reasons).toContainEqual(
      expect.objectContaining({ code: 'DRAFT_DUPLICATE_NAME', severity: 'ask' }),
    );
  });

  it('drop tags that Naver restricts only when the seller says so', async () => {
    const settings = storeSettings();
    const { desk } = await aDraftDomain({ settings: () => settings });
    const item = aWholesaleItem();
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    const edited = desk.edit(MAIN_STORE, item.itemNo, { tags: ['최저가', '컵'] }, draft.version);
    expect(edited.state).toBe('ready');
    const refreshed = await desk.prepare(MAIN_STORE, item, CALL);
    expect(refreshed.reasons).toContainEqual(
      expect.objectContaining({ code: 'DRAFT_TAG_RESTRICTED', params: { tags: '최저가' } }),
    );
    const [repair] = desk.repairs(MAIN_STORE, item.itemNo);
    expect(repair?.change).toEqual({ tags: ['컵'] });
  });
});
