import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { FindingKind } from '@shared/domain/watch';
import type { NaverClient, ProductInspection, ProductSummary } from '../naver/port';
import type { NotificationRecorder } from '../notifications/port';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';
import type { Detection } from './detection';
import { type FindingStore, missingOutside, type NewFinding } from './finding-store';
import type { HistoryStore } from './history-store';
import { type Listing, listingOfSummary, listingStateOf } from './listing';
import type { WatchedRow, WatchStore } from './watch-store';

export interface AuditDeps {
  readonly database: Database;
  readonly store: WatchStore;
  readonly findings: FindingStore;
  readonly history: HistoryStore;
  readonly detection: Pick<Detection, 'effectOf'>;
  readonly notifications: NotificationRecorder;
  readonly naver: Pick<NaverClient, 'listProducts' | 'findProduct' | 'fetchInspections'>;
  readonly clock: Clock;
}

/** Looks at our own listings from Naver's side. */
export interface Audit {
  /**
   * Compares every listing with what we left there: suspended, changed or deleted outside. A stock
   * that fell is sales, and makes the product hot. Throws NAVER_* and NETWORK_*; nothing is
   * concluded then about products that were not compared yet.
   */
  checkListings(storeId: StoreId, signal?: AbortSignal): Promise<void>;
  /** Products that Naver's inspection has blocked, each told once, loudly. Throws as above. */
  checkInspections(storeId: StoreId, signal?: AbortSignal): Promise<void>;
}

/**
 * Reads from Naver in the lane `batch`; each product is compared in a transaction of its own. A
 * price that somebody changed by hand also locks the price, so that nothing of ours overwrites it
 * unasked.
 */
export function createAudit(deps: AuditDeps): Audit {
  const { store, findings, history, naver, notifications, clock } = deps;
  const optionsOf = (signal: AbortSignal | undefined) =>
    ({ lane: 'batch', ...(signal === undefined ? {} : { signal }) }) as const;

  const report = (product: WatchedRow, finding: NewFinding): void => {
    const isNews = findings.open(finding);
    if (!isNews) return;
    const code =
      finding.kind === 'missing-outside'
        ? 'WATCH_MISSING_OUTSIDE'
        : finding.kind === 'inspection'
          ? 'WATCH_INSPECTION'
          : finding.kind === 'suspended-outside' || finding.kind === 'prohibited'
            ? 'WATCH_SUSPENDED_OUTSIDE'
            : 'WATCH_CHANGED_OUTSIDE';
    notifications.record({
      kind: finding.kind === 'inspection' ? 'inspection' : 'outside-change',
      severity: finding.kind === 'inspection' || finding.kind === 'prohibited' ? 'alarm' : 'ask',
      code,
      params: {
        title: product.name,
        ours: finding.ours ?? '-',
        theirs: finding.theirs ?? '-',
        says: finding.verbatim ?? '',
      },
      storeId: finding.storeId,
      itemNo: finding.itemNo,
      link: {
        screen: finding.kind === 'inspection' ? 'inspections' : 'watch',
        itemNo: finding.itemNo,
      },
    });
  };

  const compare = deps.database.transaction((product: WatchedRow, live: Listing) => {
    const atMs = clock.nowMs();
    const { storeId, itemNo } = product;
    const ours = product.listed;
    const base = { storeId, itemNo, verbatim: null, foundAtMs: atMs };
    const state = listingStateOf(live.status);
    const settled = (kind: FindingKind): void => findings.gone(storeId, itemNo, kind, atMs);
    settled('missing-outside');
    const isForbidden = state === 'prohibited';
    const isStopped = state === 'suspended' && !product.isSuspendedByUs;
    if (isForbidden || isStopped) {
      report(product, {
        ...base,
        kind: isForbidden ? 'prohibited' : 'suspended-outside',
        ours: ours?.status ?? 'SALE',
        theirs: live.status,
        source: deps.detection.effectOf(product, 'stock')?.listing.after ?? null,
        isRestorable: isStopped,
      });
    } else {
      settled('suspended-outside');
      settled('prohibited');
    }
    const oursKrw = ours?.salePriceKrw ?? product.registered.salePriceKrw;
    if (oursKrw !== null && oursKrw !== live.salePriceKrw) {
      report(product, {
        ...base,
        kind: 'price-changed-outside',
        ours: oursKrw,
        theirs: live.salePriceKrw,
        source: deps.detection.effectOf(product, 'price')?.salePriceKrw.after ?? null,
        isRestorable: true,
      });
      if (!product.locks.includes('price')) {
        store.saveLocks(storeId, itemNo, [...product.locks, 'price']);
      }
    } else settled('price-changed-outside');
    const oursStock = ours?.stock ?? product.registered.stock;
    if (oursStock !== null && live.stock < oursStock && state === 'on-sale') {
      store.markSold(storeId, itemNo, atMs);
    }
    if (oursStock !== null && live.stock > oursStock) {
      report(product, {
        ...base,
        kind: 'stock-changed-outside',
        ours: oursStock,
        theirs: live.stock,
        source: deps.detection.effectOf(product, 'stock') === null ? null : oursStock,
        isRestorable: true,
      });
    } else settled('stock-changed-outside');
    if (ours !== null) {
      // The price stays as we left it until the seller has chosen; status and sold pieces are facts.
      const kept: Listing = {
        ...ours,
        status: live.status,
        stock: Math.min(ours.stock, live.stock),
      };
      store.saveListed(storeId, itemNo, kept, product.isSuspendedByUs && state === 'suspended');
    }
    history.addListingPoint(storeId, itemNo, live, atMs);
  });

  const reportMissing = deps.database.transaction((product: WatchedRow) => {
    report(product, missingOutside(product, clock.nowMs()));
    if (product.listed !== null) {
      const { storeId, itemNo, listed } = product;
      store.saveListed(storeId, itemNo, { ...listed, status: 'DELETE' }, false);
    }
  });

  const reportInspections = deps.database.transaction(
    (
      storeId: StoreId,
      blocked: ReadonlyMap<string, ProductInspection>,
      itemByChannel: ReadonlyMap<string, ItemNo>,
    ) => {
      const atMs = clock.nowMs();
      const still = new Set<ItemNo>();
      for (const [channelNo, inspection] of blocked) {
        const itemNo = itemByChannel.get(channelNo);
        const product = itemNo === undefined ? null : store.findProduct(storeId, itemNo);
        if (itemNo === undefined || product === null) continue;
        still.add(itemNo);
        report(product, {
          storeId,
          itemNo,
          kind: 'inspection',
          ours: null,
          theirs: inspection.reason,
          source: null,
          verbatim: [inspection.reason, inspection.action].filter(Boolean).join(' · '),
          isRestorable: false,
          foundAtMs: atMs,
        });
      }
      for (const itemNo of itemByChannel.values()) {
        if (!still.has(itemNo)) findings.gone(storeId, itemNo, 'inspection', atMs);
      }
    },
  );
  const selectChannels = deps.database.prepare<
    [string],
    { item_no: string; channel_product_no: string }
  >(
    `SELECT item_no, channel_product_no FROM products
     WHERE store_id = ? AND channel_product_no IS NOT NULL`,
  );

  return {
    checkListings: async (storeId, signal) => {
      const options = optionsOf(signal);
      const startedAtMs = clock.nowMs();
      const live = new Map<string, ProductSummary>();
      let totalPages = 1;
      for (let page = 1; page <= totalPages; page += 1) {
        const answer = await naver.listProducts(page, options);
        totalPages = answer.totalPages;
        for (const product of answer.products) live.set(product.originProductNo, product);
      }
      for (const product of store.products(storeId)) {
        // Written to since the pages were read: what they say of it is old.
        if ((product.lastAppliedAtMs ?? 0) >= startedAtMs) continue;
        const summary = live.get(product.originProductNo);
        if (summary !== undefined) {
          compare.immediate(product, listingOfSummary(summary));
        } else if ((await naver.findProduct(product.originProductNo, options)) === null) {
          // The search may be late; only the product's own address tells that it is gone.
          reportMissing.immediate(product);
        }
      }
    },
    checkInspections: async (storeId, signal) => {
      const inspections = await naver.fetchInspections(optionsOf(signal));
      const blocked = new Map(
        inspections.map((one) => [one.channelProductNo as string, one] as const),
      );
      const itemByChannel = new Map(
        selectChannels
          .all(storeId)
          .map((row) => [row.channel_product_no, row.item_no as ItemNo] as const),
      );
      reportInspections.immediate(storeId, blocked, itemByChannel);
    },
  };
}
