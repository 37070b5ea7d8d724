import type { Draft } from '@shared/domain/draft';
import { MAIN_STORE } from '@shared/domain/ids';
import { defaultSettings } from '@shared/domain/settings';
import type { OptionCommand } from '@shared/options/editor/commands';
import { edit, startEditing } from '@shared/options/editor/editor';
import type { OptionModel } from '@shared/options/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDraftDomain } from '../drafts/draft-domain';
import type { DraftDesk } from '../drafts/service';
import { createSupplierDrafts } from '../drafts/supplier-drafts';
import { NOTICE_TYPES } from '../naver/notice-types';
import type { NaverMasterData } from '../naver/port';
import { silentLogger } from '../platform/logger';
import { PREFLIGHT_RULES } from '../preflight';
import { type Database, openDatabase } from '../storage/database';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeRandomness } from '../testing/fake-randomness';
import { anItemNo, aWholesaleItem } from '../testing/wholesale-item';
import { mapDraftOptions, readItemOptions } from './item-options';
import { createOptionDesk, type OptionDesk } from './option-desk';
import { createSqliteOptionMemory } from './option-memory';

const nothing = () => Promise.resolve([]);
const masterData: NaverMasterData = {
  leafCategories: nothing,
  category: () => Promise.reject(new TypeError('no category')),
  addresses: nothing,
  returnCouriers: nothing,
  originAreas: nothing,
  restrictedTags: () => Promise.resolve(new Map()),
};

const FIRST = anItemNo('1001');
const SECOND = anItemNo('1002');
const THIRD = anItemNo('1003');
const RENAME: OptionCommand = { kind: 'rename-dimension', axis: 0, name: '라인' };

/** The supplier's JSON for one dimension with these value names. */
function selectOptOf(names: readonly string[]): string {
  const entries = names.map((name, place) => [
    String(place).padStart(2, '0'),
    { name, dom: '1', domPrice: '0', sup: '1', supPrice: '0', qty: '10', hid: '0' },
  ]);
  return JSON.stringify({
    type: 'combination',
    set: [{ name: '옵션', opts: names }],
    data: Object.fromEntries(entries),
  });
}

const LIKE_FIRST = ['로하스-S', '로하스-M', '모에라-S', '모에라-M'];
const LIKE_SECOND = ['클로에-L', '클로에-XL', '파르코-L', '파르코-XL'];

describe('the option desk', () => {
  let database: Database;
  let drafts: DraftDesk;
  let desk: OptionDesk;

  const prepare = (itemNo: typeof FIRST, names: readonly string[], supplierId = 'seller1') =>
    drafts.prepare(
      MAIN_STORE,
      aWholesaleItem({
        itemNo,
        title: `상품 ${itemNo}`,
        selectOpt: selectOptOf(names),
        supplier: { id: supplierId },
      }),
      { lane: 'batch' },
    );

  /** What the editor sends when the seller has made `commands` and saves. */
  const save = (draft: Draft, commands: readonly OptionCommand[]): Draft => {
    let editing = startEditing(modelOf(draft.content.options));
    for (const command of commands) editing = edit(editing, command).editing;
    const options = { ...draft.content.options, ...editing.present };
    return desk.save(MAIN_STORE, draft.itemNo, { options }, commands, draft.version);
  };

  beforeEach(async () => {
    const clock = createFakeClock();
    const settings = defaultSettings();
    database = await openDatabase(':memory:', clock);
    const domain = createDraftDomain({
      database,
      clock,
      randomness: createFakeRandomness(),
      logger: silentLogger,
      operator: 'kim',
      masterData,
      settings: () => settings,
      noticeTypes: NOTICE_TYPES,
      rules: PREFLIGHT_RULES,
      readOptions: readItemOptions,
      mapOptions: (reading, price, exceptions) =>
        mapDraftOptions(reading, price, exceptions, settings),
      planPictures: () => ({ product: [], detail: [], excluded: [] }),
    });
    drafts = domain.desk;
    desk = createOptionDesk({
      database,
      memory: createSqliteOptionMemory({ database, clock, logger: silentLogger }),
      drafts,
      store: domain.store,
      untouchedOf: createSupplierDrafts(database),
    });
    return () => database.close();
  });

  it('offers a saved correction for the supplier’s next item of the form, and applies nothing', async () => {
    save(await prepare(FIRST, LIKE_FIRST), [RENAME]);
    const next = await prepare(SECOND, LIKE_SECOND);
    expect(next.content.options.dimensions[0]?.name).not.toBe('라인');
    const offer = desk.offer(MAIN_STORE, SECOND);
    expect(offer?.model.dimensions.map(({ name }) => name)).toEqual(['라인', '사이즈']);
    expect(offer?.commands).toEqual([RENAME]);
    expect(desk.offer(MAIN_STORE, FIRST)).toBeNull();
  });

  it('offers nothing for another supplier, another form, or options the seller has edited', async () => {
    save(await prepare(FIRST, LIKE_FIRST), [RENAME]);
    await prepare(SECOND, LIKE_SECOND, 'seller2');
    await prepare(THIRD, ['블랙', '화이트']);
    expect(desk.offer(MAIN_STORE, SECOND)).toBeNull();
    expect(desk.offer(MAIN_STORE, THIRD)).toBeNull();
  });

  it('remembers nothing when the draft cannot be saved', async () => {
    const draft = await prepare(FIRST, LIKE_FIRST);
    drafts.edit(MAIN_STORE, FIRST, { name: '그 사이' }, draft.version);
    expect(() => save(draft, [RENAME])).toThrowError(
      expect.objectContaining({ code: 'DRAFT_CHANGED_MEANWHILE' }),
    );
    await prepare(SECOND, LIKE_SECOND);
    expect(desk.offer(MAIN_STORE, SECOND)).toBeNull();
  });

  it('continues a correction in a later session, and learns a taken offer as what it was', async () => {
    const first = save(await prepare(FIRST, LIKE_FIRST), [RENAME]);
    save(first, [{ kind: 'rename-dimension', axis: 1, name: '크기' }]);
    const next = await prepare(SECOND, LIKE_SECOND);
    const offer = desk.offer(MAIN_STORE, SECOND);
    expect(offer?.model.dimensions.map(({ name }) => name)).toEqual(['라인', '크기']);
    if (offer === null) throw new Error('no offer');
    save(next, [
      {
        kind: 'take-model',
        from: 'correction',
        separator: offer.separator,
        model: structuredClone(offer.model),
      },
    ]);
    await prepare(THIRD, LIKE_SECOND);
    expect(desk.offer(MAIN_STORE, THIRD)).toMatchObject({
      commands: offer.commands,
      takenCount: 1,
    });
  });

  it('forgets when the seller goes back to what was read, and on request', async () => {
    const read = await prepare(FIRST, LIKE_FIRST);
    const own = read.content.options.dimensions[0]?.name ?? '';
    const renamed = save(read, [RENAME]);
    await prepare(SECOND, LIKE_SECOND);
    save(renamed, [{ kind: 'rename-dimension', axis: 0, name: own }]);
    expect(desk.offer(MAIN_STORE, SECOND)).toBeNull();
    const again = drafts.find(MAIN_STORE, FIRST);
    if (again === null) throw new Error('no draft');
    save(again, [RENAME]);
    expect(desk.offer(MAIN_STORE, SECOND)).not.toBeNull();
    desk.forget(MAIN_STORE, SECOND);
    expect(desk.offer(MAIN_STORE, SECOND)).toBeNull();
  });

  it('lists the drafts a batch would change, applies it to the chosen ones and takes it back', async () => {
    save(await prepare(FIRST, LIKE_FIRST), [RENAME]);
    const second = await prepare(SECOND, LIKE_SECOND);
    await prepare(THIRD, LIKE_FIRST);
    await prepare(anItemNo('1004'), LIKE_FIRST, 'seller2');
    const similar = desk.similar(MAIN_STORE, FIRST);
    expect(similar.map(({ itemNo }) => itemNo).sort()).toEqual([SECOND, THIRD]);
    expect(similar[0]?.after.dimensions[0]?.name).toBe('라인');
    const { done, skipped } = desk.apply(
      MAIN_STORE,
      FIRST,
      similar.map(({ itemNo, version }) => ({ itemNo, version })),
    );
    expect([done.length, skipped]).toEqual([2, []]);
    const changed = drafts.find(MAIN_STORE, SECOND);
    expect(changed?.content.options.dimensions[0]?.name).toBe('라인');
    expect(changed?.lockedFields).toEqual(['options']);
    expect(desk.similar(MAIN_STORE, FIRST)).toEqual([]);

    const third = drafts.find(MAIN_STORE, THIRD);
    drafts.edit(MAIN_STORE, THIRD, { name: '손댄 이름' }, third?.version ?? 0);
    const undone = desk.undo(MAIN_STORE, done);
    expect(undone.done.map(({ itemNo }) => itemNo)).toEqual([SECOND]);
    expect(undone.skipped).toEqual([{ itemNo: THIRD, code: 'DRAFT_CHANGED_MEANWHILE' }]);
    const back = drafts.find(MAIN_STORE, SECOND);
    expect(back?.content).toEqual(second.content);
    expect(back?.lockedFields).toEqual([]);
  });

  it('skips drafts of a batch that changed, went or do not fit', async () => {
    save(await prepare(FIRST, LIKE_FIRST), [RENAME]);
    const second = await prepare(SECOND, LIKE_SECOND);
    const third = await prepare(THIRD, LIKE_SECOND, 'seller2');
    const { done, skipped } = desk.apply(MAIN_STORE, FIRST, [
      { itemNo: SECOND, version: second.version + 1 },
      { itemNo: THIRD, version: third.version },
      { itemNo: anItemNo('999'), version: 1 },
    ]);
    expect(done).toEqual([]);
    expect(skipped.map(({ code }) => code)).toEqual([
      'DRAFT_CHANGED_MEANWHILE',
      'OPTIONS_CORRECTION_GONE',
      'DRAFT_NOT_FOUND',
    ]);
  });

  it('leaves out damaged rows of the supplier', async () => {
    save(await prepare(FIRST, LIKE_FIRST), [RENAME]);
    await prepare(SECOND, LIKE_SECOND);
    database.prepare("UPDATE drafts SET content_json = '{' WHERE item_no = ?").run(SECOND);
    expect(desk.similar(MAIN_STORE, FIRST)).toEqual([]);
  });
});

function modelOf({ type, dimensions, combinations, addOns }: OptionModel): OptionModel {
  return { type, dimensions, combinations, addOns };
}
