import { MAIN_STORE } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { aDraftDomain, storeSettings } from '../testing/draft-domain';
import { outcomesOf, uploaded } from '../testing/draft-pictures';
import { anItemNo, aWholesaleItem } from '../testing/wholesale-item';
import { productBodySchema } from './product-body-schema';

const CALL = { lane: 'batch' } as const;

describe('draft service', () => {
  it('makes a clean item ready, keeps it and explains it', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    expect(draft.reasons.filter((reason) => reason.severity !== 'warn')).toEqual([]);
    expect(draft.state).toBe('ready');
    expect(draft.content.category?.path).toBe('생활/건강>주방용품>텀블러');
    expect(desk.find(MAIN_STORE, item.itemNo)).toEqual(draft);
    expect(desk.explain(MAIN_STORE, item.itemNo).map((each) => each.field)).toContain('price');
  });

  it('builds a body of Naver’s form with uploaded pictures only', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    const made = await desk.productBody(draft, outcomesOf(item), uploaded, CALL);
    expect(made.kind).toBe('body');
    if (made.kind !== 'body') return;
    const body = productBodySchema.parse(made.body);
    expect(body.originProduct).toMatchObject({
      leafCategoryId: '50000001',
      stockQuantity: 100,
      images: { representativeImage: { url: 'https://shop.example/a.jpg' } },
    });
    expect(body.originProduct.detailContent).toContain(
      '<img src="https://shop.example/b.jpg"><img src="https://shop.example/c.jpg">',
    );
    expect(JSON.stringify(body)).not.toContain('pictures.example');
    expect(body.originProduct.detailAttribute).toMatchObject({
      sellerCodeInfo: { sellerManagementCode: 'SB-12345678' },
      originAreaInfo: { originAreaCode: '0200037', importer: '수입상사' },
      minorPurchasable: true,
    });
    expect(body.originProduct.detailAttribute.productInfoProvidedNotice).toMatchObject({
      productInfoProvidedNoticeType: 'ETC',
      etc: { returnCostReason: '0', customerServicePhoneNumber: '02-000-0000' },
    });
  });

  it('stops the body when no picture came through', async () => {
    const { desk } = await aDraftDomain();
    const draft = await desk.prepare(MAIN_STORE, aWholesaleItem(), CALL);
    const made = await desk.productBody(draft, [], new Map(), CALL);
    expect(made).toMatchObject({ kind: 'stopped' });
    if (made.kind === 'stopped') {
      expect(made.reasons.map((reason) => reason.code)).toContain('DRAFT_PICTURE_MISSING');
    }
  });

  it('keeps the seller’s fields on refresh, shows the supplier’s beside them, and records the edit', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const edited = desk.edit(MAIN_STORE, item.itemNo, { name: '내가 지은 이름' }, first.version);
    expect(edited).toMatchObject({ version: 2, lockedFields: ['name'] });
    const refreshed = await desk.prepare(
      MAIN_STORE,
      aWholesaleItem({
        title: '새 제목 텀블러',
        supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw: 9000 }],
      }),
      CALL,
    );
    expect(refreshed.content.name).toBe('내가 지은 이름');
    expect(refreshed.content.price.costKrw).toBe(9000);
    expect(desk.sourceContent(MAIN_STORE, item.itemNo)?.name).toBe('새 제목 텀블러');
    const [latest, seller] = desk.history(MAIN_STORE, item.itemNo, 10);
    expect(latest?.kind).toBe('refresh');
    expect(seller).toMatchObject({ kind: 'seller', after: { name: '내가 지은 이름' } });
    const unlocked = desk.unlock(MAIN_STORE, item.itemNo, ['name'], refreshed.version);
    expect(unlocked).toMatchObject({ lockedFields: [], content: { name: '새 제목 텀블러' } });
  });

  it('keeps a price the seller set, but judges it by the supplier’s new cost', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const price = { ...first.content.price, salePriceKrw: 8000 };
    desk.edit(MAIN_STORE, item.itemNo, { price }, first.version);
    const dearer = aWholesaleItem({ supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw: 8000 }] });
    const refreshed = await desk.prepare(MAIN_STORE, dearer, CALL);
    expect(refreshed.content.price).toMatchObject({ salePriceKrw: 8000, costKrw: 8000 });
    expect(refreshed.state).toBe('blocked');
    expect(refreshed.reasons.map((reason) => reason.code)).toContain('DRAFT_PRICE_LOSS');
  });

  it('refuses an edit that is based on an older version', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    desk.edit(MAIN_STORE, item.itemNo, { name: '하나' }, first.version);
    expect(() => desk.edit(MAIN_STORE, item.itemNo, { name: '둘' }, first.version)).toThrowError(
      expect.objectContaining({ code: 'DRAFT_CHANGED_MEANWHILE' }),
    );
    expect(desk.find(MAIN_STORE, item.itemNo)?.content.name).toBe('하나');
  });

  it('remembers a confirmed category for the supplier’s category until it is forgotten', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const category = {
      id: '50000002',
      path: '패션의류>여성의류>티셔츠',
      confidence: 1,
      decidedBy: 'seller' as const,
      candidates: [],
    };
    desk.edit(MAIN_STORE, item.itemNo, { category }, first.version);
    const sibling = aWholesaleItem({ itemNo: anItemNo('87654321') });
    const remembered = await desk.prepare(MAIN_STORE, sibling, CALL);
    expect(remembered.content.category).toMatchObject({ id: '50000002', decidedBy: 'memory' });
    desk.forgetCategory(item.category?.code ?? '');
    const forgotten = await desk.prepare(MAIN_STORE, sibling, CALL);
    expect(forgotten.content.category?.id).toBe('50000001');
  });

  it('asks about certificates where the category does, and takes the recorded decision', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem({
      title: '블루투스 이어폰',
      keywords: ['이어폰'],
      category: {
        path: [
          { name: '디지털', code: '1', depth: 1 },
          { name: '음향가전', code: '2', depth: 2 },
          { name: '이어폰', code: '3', depth: 3 },
        ],
        code: '3',
      },
    });
    const asked = await desk.prepare(MAIN_STORE, item, CALL);
    expect(asked.state).toBe('needs-review');
    expect(asked.content.certification).toEqual({ kind: 'undecided', kinds: ['KC'] });
    const decided = desk.edit(
      MAIN_STORE,
      item.itemNo,
      { certification: { kind: 'stated-exempt', kinds: ['KC'], statedAtMs: 1 } },
      asked.version,
    );
    expect(decided.state).toBe('ready');
    const made = await desk.productBody(decided, outcomesOf(item), uploaded, CALL);
    expect(made).toMatchObject({
      kind: 'body',
      body: {
        originProduct: {
          detailAttribute: {
            certificationTargetExcludeContent: { kcCertifiedProductExclusionYn: 'TRUE' },
          },
        },
      },
    });
  });

  it('lists by state, reason and text, newest first', async () => {
    const { desk } = await aDraftDomain();
    await desk.prepare(MAIN_STORE, aWholesaleItem(), CALL);
    const ended = aWholesaleItem({
      itemNo: anItemNo('11'),
      title: '100% 끝난 텀블러',
      status: 'sale-ended',
    });
    await desk.prepare(MAIN_STORE, ended, CALL);
    const page = { storeId: MAIN_STORE, offset: 0, limit: 10 };
    expect(desk.list(page).total).toBe(2);
    expect(desk.list({ ...page, state: 'blocked' }).drafts.map((draft) => draft.itemNo)).toEqual([
      '11',
    ]);
    expect(desk.list({ ...page, reasonCode: 'DRAFT_ITEM_NOT_ON_SALE' }).total).toBe(1);
    expect(desk.list({ ...page, text: '100%' }).total).toBe(1);
    expect(desk.list({ ...page, text: '%' }).total).toBe(1);
    expect(desk.list({ ...page, text: '12345678' }).drafts[0]?.itemNo).toBe('12345678');
    expect(desk.list({ ...page, limit: 1, offset: 1 })).toMatchObject({ total: 2, drafts: [{}] });
  });

  it('asks for everything the settings lack', async () => {
    const { desk } = await aDraftDomain({
      settings: () => storeSettings({ afterServicePhone: '', afterServiceGuide: '', importer: '' }),
    });
    const draft = await desk.prepare(MAIN_STORE, aWholesaleItem(), CALL);
    expect(draft.state).toBe('needs-review');
    expect(draft.reasons.map((reason) => reason.code)).toEqual(
      expect.arrayContaining([
        'DRAFT_AS_PHONE_MISSING',
        'DRAFT_AS_GUIDE_MISSING',
        'DRAFT_IMPORTER_MISSING',
      ]),
    );
  });

  it('sells a bundle by its pieces: price, stock and name', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem({ supplyUnit: 3, inventory: 100 });
    const draft = await desk.prepare(MAIN_STORE, item, CALL);
    expect(draft.content).toMatchObject({ unitQuantity: 3, price: { costKrw: 15_000 } });
    expect(draft.content.name).toContain('3개 묶음');
    const made = await desk.productBody(draft, outcomesOf(item), uploaded, CALL);
    expect(made).toMatchObject({ body: { originProduct: { stockQuantity: 33 } } });
  });

  it('shows a stored draft that cannot be read, and builds it anew when asked', async () => {
    const { desk, database } = await aDraftDomain();
    const item = aWholesaleItem();
    await desk.prepare(MAIN_STORE, item, CALL);
    database.prepare("UPDATE drafts SET content_json = '{'").run();
    expect(() => desk.find(MAIN_STORE, item.itemNo)).toThrowError(
      expect.objectContaining({ code: 'DRAFT_UNREADABLE' }),
    );
    const page = { storeId: MAIN_STORE, offset: 0, limit: 10 };
    expect(desk.list(page).drafts[0]).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'DRAFT_UNREADABLE' }],
    });
    const anew = await desk.prepare(MAIN_STORE, item, CALL);
    expect(anew).toMatchObject({ state: 'ready', version: 2 });
  });

  it('shows what an edit would make of a draft without saving or learning it', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const shown = desk.preview(MAIN_STORE, item.itemNo, { name: '' });
    expect(shown.state).toBe('blocked');
    expect(desk.find(MAIN_STORE, item.itemNo)).toEqual(first);
    expect(desk.history(MAIN_STORE, item.itemNo, 10)).toHaveLength(0);
    const saved = desk.edit(MAIN_STORE, item.itemNo, { name: '' }, first.version);
    expect(shown).toMatchObject({ reasons: saved.reasons, content: saved.content });
  });

  it('counts drafts by state and by what keeps them back', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const { version } = await desk.prepare(MAIN_STORE, item, CALL);
    expect(desk.overview(MAIN_STORE).byState.ready).toBe(1);
    const { reasons } = desk.edit(MAIN_STORE, item.itemNo, { name: '' }, version);
    const { byState, byReason } = desk.overview(MAIN_STORE);
    expect(byState).toEqual({ ready: 0, 'needs-review': 0, blocked: 1, registered: 0 });
    expect(new Set(byReason.map(({ code }) => code))).toEqual(
      new Set(reasons.filter(({ severity }) => severity !== 'warn').map(({ code }) => code)),
    );
  });

  it('tells ready drafts whose item is a product already from those that can be registered', async () => {
    const { desk, database } = await aDraftDomain();
    const item = aWholesaleItem();
    await desk.prepare(MAIN_STORE, item, CALL);
    await desk.prepare(MAIN_STORE, aWholesaleItem({ itemNo: anItemNo('87654321') }), CALL);
    database
      .prepare(
        `INSERT INTO products (store_id, item_no, origin_product_no, seller_code, is_adopted, registered_at_ms)
         VALUES (?, ?, '1', 'SB-1', 0, 1)`,
      )
      .run(MAIN_STORE, item.itemNo);
    const { ready, registered } = desk.overview(MAIN_STORE).byState;
    const { 'needs-review': asked } = desk.overview(MAIN_STORE).byState;
    expect({ registered, others: ready + asked }).toEqual({ registered: 1, others: 1 });
    const listed = (state?: 'ready' | 'registered') =>
      desk
        .summaries({ storeId: MAIN_STORE, limit: 10, offset: 0, ...(state && { state }) })
        .drafts.map(({ itemNo, isRegistered }) => [itemNo, isRegistered === true]);
    expect(listed('registered')).toEqual([[item.itemNo, true]]);
    expect(listed('ready')).not.toContainEqual([item.itemNo, true]);
    expect(listed()).toHaveLength(2);
    expect(listed()).toContainEqual([item.itemNo, true]);
    expect(desk.isRegistered(MAIN_STORE, item.itemNo)).toBe(true);
  });

  it('makes a description that the seller wrote safe and takes its pictures', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const detailHtml =
      '<p onclick="x()">새 글 02-123-4567</p><img src="//own.example/1.jpg"><script>x()</script>';
    const edited = desk.edit(MAIN_STORE, item.itemNo, { detailHtml }, first.version);
    expect(edited.content.detailHtml).toBe(
      '<p>새 글 02-123-4567</p><img src="https://own.example/1.jpg" />',
    );
    expect(edited.content.images.detail).toEqual(['https://own.example/1.jpg']);
  });

  it('keeps a picture out of the description that the seller took out, whatever the text becomes', async () => {
    const { desk } = await aDraftDomain();
    const item = aWholesaleItem();
    const first = await desk.prepare(MAIN_STORE, item, CALL);
    const url = 'https://own.example/1.jpg';
    const reason = {
      code: 'PICTURE_LEFT_OUT',
      severity: 'warn',
      field: 'images',
      params: { place: 'detail' },
    } as const;
    const images = { ...first.content.images, detail: [], excluded: [{ url, reason }] };
    const without = desk.edit(MAIN_STORE, item.itemNo, { images }, first.version);
    const detailHtml = `<img src="${url}"><img src="https://own.example/2.jpg">`;
    const edited = desk.edit(MAIN_STORE, item.itemNo, { detailHtml }, without.version);
    expect(edited.content.images.detail).toEqual(['https://own.example/2.jpg']);
  });
});
