import type { ItemNo, OriginProductNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { StoredDraft } from '../drafts/draft-rows';
import { LISTINGS_PER_UPDATE } from '../naver/listing-updates';
import type { CallOptions, NaverClient, ProductSummary, UpdateOutcome } from '../naver/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { hasChoice, type Listing, listingOfProduct, listingOfSummary } from './listing';
import { listingOfTarget, type PlannedWrite, planWrite, type WriteStep } from './plan-write';
import type { PolicyStore } from './policy-store';
import { isReached, type Target } from './target';
import type { WatchedRow, WatchStore } from './watch-store';
import type { WriteLedger } from './write-ledger';
import type { WatchWrite, WriteStore } from './write-store';

export interface ApplierDeps {
  readonly store: WatchStore;
  readonly writes: WriteStore;
  readonly ledger: WriteLedger;
  readonly policies: PolicyStore;
  readonly naver: NaverClient;
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What one round of writing did, in products. */
export interface ApplyResult {
  readonly applied: number;
  readonly failed: number;
  /** Why the round ended early: nobody's product, so everything that was left waits. */
  readonly fault: AppError | null;
}

/** Brings listings up to date. */
export interface Applier {
  /** Carries out the writes that are due, once each. Never rejects for a fault of the marketplace. */
  applyDue(signal?: AbortSignal): Promise<ApplyResult>;
}

interface Ready {
  readonly write: WatchWrite;
  readonly product: WatchedRow;
  readonly live: Listing;
  readonly planned: PlannedWrite;
  readonly target: Target;
  readonly step: WriteStep;
  readonly bodySha256: string;
}

const WRITES_PER_ROUND = 500;
/** Products with options under way at once; the limiter spaces their calls. */
const WHOLE_AT_ONCE = 4;
/** Tries of a write whose outcome stays unknown before the seller is told; it is tried on. */
const ATTEMPTS_BEFORE_ALARM = 5;
const FIRST_PAUSE_MS = 15_000;
const MAX_PAUSE_MS = 10 * 60_000;
/** The search may show an update a moment late (naver-commerce-api.md 6.2, [U]). */
const READ_AGAIN_MS = 20_000;
const NOT_WRITTEN_ATTEMPTS = 2;

/**
 * Carries out writes with the narrow endpoints: reads the listing, plans, notes what it is about to send,
 * sends, reads back. Values are absolute, so whatever was interrupted is simply planned again.
 */
export function createApplier(deps: ApplierDeps): Applier {
  const { store, writes, ledger, policies, naver, clock, logger } = deps;

  const plan = (write: WatchWrite, product: WatchedRow, live: Listing): Ready | null => {
    const snapshot = store.findSnapshot(write.itemNo);
    if (snapshot === null) {
      ledger.withdraw(write);
      return null;
    }
    const stored = deps.findDraft(write.storeId, write.itemNo);
    const planned = planWrite({
      write,
      product,
      snapshot,
      stored,
      live,
      policies: policies.policies(write.storeId),
      pricing: deps.settings().pricing,
    });
    ledger.ask(write, product, planned);
    const { plan: what } = planned;
    if (planned.aspects.length + planned.later.length === 0) {
      // Nothing is wanted any more, but an interrupted attempt may have gone through.
      if (write.target?.salePriceKrw === live.salePriceKrw) ledger.kept(product, live);
      ledger.withdraw(write);
      return null;
    }
    if (what.kind === 'reached') {
      ledger.applied(write, live, planned, false);
      return null;
    }
    if (what.kind === 'impossible') {
      ledger.failed(write, product, what.reasons, null);
      return null;
    }
    // Refused bodies go out again only on the seller's word, who may have solved the reason.
    const isApproved = planned.aspects.some((aspect) => write.approved.includes(aspect));
    if (!isApproved && writes.lastRefused(write.storeId, write.itemNo) === what.bodySha256) {
      ledger.failed(write, product, [SAME_REFUSED], what.bodySha256);
      return null;
    }
    const { target, step, bodySha256 } = what;
    return { write, product, live, planned, target, step, bodySha256 };
  };

  const putOff = (write: WatchWrite, delayMs: number): void => {
    const nowMs = clock.nowMs();
    writes.putOff(write, nowMs + delayMs, nowMs);
  };
  const pauseMs = (attempts: number): number =>
    Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts));

  /** What the store holds afterwards decides; the answer alone does not. */
  const settle = (ready: Ready, kept: Listing | null, outcome: UpdateOutcome): void => {
    const { write, product, planned, target } = ready;
    if (kept !== null && isReached(kept, target)) {
      ledger.applied(write, kept, planned, target.status === 'SUSPENSION');
      return;
    }
    if (outcome.kind === 'refused') {
      ledger.failed(write, product, outcome.reasons, ready.bodySha256);
      return;
    }
    const attempts = write.attempts + 1;
    if (outcome.kind === 'unknown') {
      // Absolute values, so that trying on does no harm; giving up could sell what is not there.
      putOff(write, pauseMs(write.attempts));
      if (attempts === ATTEMPTS_BEFORE_ALARM) ledger.late(write, product);
      return;
    }
    if (attempts < NOT_WRITTEN_ATTEMPTS) {
      putOff(write, READ_AGAIN_MS);
      return;
    }
    ledger.failed(write, product, [notWritten(target, kept)], null);
  };

  const updateMany = async (ready: readonly Ready[], options: CallOptions): Promise<void> => {
    const updates = ready.flatMap(({ step }) => (step.kind === 'listing' ? [step.update] : []));
    for (const one of ready) ledger.begin(one.write, listingOfTarget(one.live, one.target));
    // Only a call about one product says which of them was refused.
    const [only] = ready.length === 1 ? ready : [];
    const outcome =
      only === undefined
        ? await naver.updateListings(updates, options)
        : await unlessStopped(only, () =>
            naver.updateListings(updates, { ...options, item: itemOf(only) }),
          );
    if (outcome.kind === 'refused' && ready.length > 1) {
      // All or nothing: those that were named are out, the others go again without them.
      const named = new Set(outcome.places);
      const isNamed = named.size > 0 && named.size < ready.length;
      const half = Math.ceil(ready.length / 2);
      const parts = isNamed
        ? [
            ready.filter((_, place) => named.has(place)),
            ready.filter((_, place) => !named.has(place)),
          ]
        : [ready.slice(0, half), ready.slice(half)];
      for (const part of parts) await updateMany(part, options);
      return;
    }
    const kept = await listingsOf(
      ready.map(({ product }) => product),
      ready.filter(({ live }) => live.options.length > 0),
      options,
    );
    for (const one of ready) {
      const no = one.product.originProductNo;
      const found = kept.get(no) ?? null;
      const isLastLook = outcome.kind === 'done' && one.write.attempts + 1 >= NOT_WRITTEN_ATTEMPTS;
      const isDoubtful = found === null || (isLastLook && !isReached(found, one.target));
      settle(one, isDoubtful ? await wholeListing(no, options) : found, outcome);
    }
  };

  /** As the product itself says; the search may lag behind it. */
  const wholeListing = async (
    no: OriginProductNo,
    options: CallOptions,
  ): Promise<Listing | null> => {
    const product = await naver.findProduct(no, options);
    return product === null ? null : listingOfProduct(product);
  };

  /** Read back: whole where there are options, else many at once. */
  const listingsOf = async (
    products: readonly WatchedRow[],
    whole: readonly Ready[],
    options: CallOptions,
  ): Promise<ReadonlyMap<OriginProductNo, Listing>> => {
    const found = new Map<OriginProductNo, Listing>();
    const wholeNos = new Set(whole.map(({ product }) => product.originProductNo));
    const plain = products.filter(({ originProductNo }) => !wholeNos.has(originProductNo));
    if (plain.length > 0) {
      const nos = plain.map(({ originProductNo }) => originProductNo);
      for (const summary of await naver.findListings(nos, options)) {
        found.set(summary.originProductNo, listingOfSummary(summary));
      }
    }
    for (const no of wholeNos) {
      const product = await naver.findProduct(no, options);
      if (product !== null) found.set(no, listingOfProduct(product));
    }
    return found;
  };

  const updateWhole = async (ready: Ready, options: CallOptions): Promise<void> => {
    const { write, product, step, target } = ready;
    const no = product.originProductNo;
    const ofItem = { ...options, item: itemOf(ready) };
    ledger.begin(write, listingOfTarget(ready.live, target));
    const outcome = await unlessStopped(ready, async () => {
      if (step.kind !== 'options') return changeStatus(no, { status: 'OUTOFSTOCK' }, ofItem);
      const updated = await naver.updateOptions(no, step.update, ofItem);
      return step.isReturning && updated.kind === 'done' ? reopen(no, ofItem) : updated;
    });
    const kept = await naver.findProduct(no, options);
    settle(ready, kept === null ? null : listingOfProduct(kept), outcome);
  };

  /** A write that was refused too often is refused here, by its own reason; it holds up no other. */
  const unlessStopped = async (
    { product }: Ready,
    work: () => Promise<UpdateOutcome>,
  ): Promise<UpdateOutcome> => {
    try {
      return await work();
    } catch (thrown) {
      const fault = toAppError(thrown);
      if (fault.code !== 'LIMITER_ITEM_STOPPED') throw fault;
      logger.warn({ originProductNo: product.originProductNo }, 'a product is written to no more');
      const reason: Reason = { code: fault.code, severity: 'block', params: fault.params };
      return { kind: 'refused', reasons: [reason], places: [] };
    }
  };

  /** A product that sells again by its stock alone needs no second call. */
  const reopen = async (no: OriginProductNo, options: CallOptions): Promise<UpdateOutcome> => {
    const now = await naver.findProduct(no, options);
    if (now === null || now.status === 'SALE' || now.status === 'WAIT') return { kind: 'done' };
    return changeStatus(no, { status: 'SALE', stock: now.stock }, options);
  };

  const changeStatus = async (
    no: OriginProductNo,
    change: { readonly status: 'SALE' | 'OUTOFSTOCK'; readonly stock?: number },
    options: CallOptions,
  ): Promise<UpdateOutcome> => {
    try {
      await naver.changeStatus(no, change, options);
      return { kind: 'done' };
    } catch (thrown) {
      const fault = toAppError(thrown);
      if (fault.retry.kind === 'look-up') return { kind: 'unknown', cause: fault };
      if (fault.code !== 'NAVER_REFUSED') throw fault;
      const reason: Reason = { code: fault.code, severity: 'block', params: fault.params };
      return { kind: 'refused', reasons: [reason], places: [] };
    }
  };

  /** True for a product that has to be read whole, because its options carry price and stock. */
  const hasOptions = (product: WatchedRow): boolean => {
    const stored = deps.findDraft(product.storeId, product.itemNo);
    if (stored !== null) return hasChoice(stored.draft.content);
    return product.listed === null || product.listed.options.length > 0;
  };

  /** What was begun and not settled when a fault of nobody's product came goes back into the queue. */
  const guarded = async (ready: readonly Ready[], work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (fault) {
      for (const { write } of ready) {
        if (ledger.isUnderWay(write)) putOff(write, pauseMs(write.attempts));
      }
      throw fault;
    }
  };

  const inParallel = async <Item>(
    items: readonly Item[],
    work: (item: Item) => Promise<void>,
  ): Promise<void> => {
    const queue = [...items];
    const run = async (): Promise<void> => {
      try {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
      } catch (fault) {
        // The others finish what they are at and begin nothing more.
        queue.length = 0;
        throw fault;
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: WHOLE_AT_ONCE }, run));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };

  return {
    applyDue: async (signal) => {
      const options: CallOptions = { lane: 'sync', ...(signal === undefined ? {} : { signal }) };
      const due = writes.due(clock.nowMs(), WRITES_PER_ROUND).filter(({ storeId }) => {
        const { isKillSwitchOn, isDryRun } = policies.controls(storeId);
        return !isKillSwitchOn && !isDryRun;
      });
      const open = new Set(due);
      const before = ledger.counts();
      const result = (fault: AppError | null): ApplyResult => {
        const now = ledger.counts();
        return { applied: now.applied - before.applied, failed: now.failed - before.failed, fault };
      };
      try {
        const plain: { write: WatchWrite; product: WatchedRow }[] = [];
        const whole: { write: WatchWrite; product: WatchedRow }[] = [];
        for (const write of due) {
          const product = store.findProduct(write.storeId, write.itemNo);
          if (product === null) {
            ledger.withdraw(write);
            open.delete(write);
          } else (hasOptions(product) ? whole : plain).push({ write, product });
        }
        const ready: Ready[] = [];
        if (plain.length > 0) {
          const nos = plain.map(({ product }) => product.originProductNo);
          const summaries = new Map<OriginProductNo, ProductSummary>();
          for (const summary of await naver.findListings(nos, options)) {
            summaries.set(summary.originProductNo, summary);
          }
          for (const { write, product } of plain) {
            const summary = summaries.get(product.originProductNo);
            if (summary === undefined) {
              // The search may not show it yet: only its own address tells that it is gone.
              whole.push({ write, product });
              continue;
            }
            open.delete(write);
            const one = plan(write, product, listingOfSummary(summary));
            if (one !== null) ready.push(one);
          }
        }
        await inParallel(whole, async ({ write, product }) => {
          signal?.throwIfAborted();
          const stored = await naver.findProduct(product.originProductNo, options);
          open.delete(write);
          if (stored === null) {
            ledger.missing(write, product);
            return;
          }
          const one = plan(write, product, listingOfProduct(stored));
          if (one === null) return;
          if (one.step.kind === 'listing') ready.push(one);
          else await guarded([one], () => updateWhole(one, options));
        });
        for (let start = 0; start < ready.length; start += LISTINGS_PER_UPDATE) {
          signal?.throwIfAborted();
          const part = ready.slice(start, start + LISTINGS_PER_UPDATE);
          await guarded(part, () => updateMany(part, options));
        }
        return result(null);
      } catch (thrown) {
        const fault = toAppError(thrown);
        logger.warn({ code: fault.code, waiting: open.size }, 'writing to the store was put off');
        for (const write of open) putOff(write, pauseMs(write.attempts));
        return result(fault);
      }
    },
  };
}

/** What the limiter counts refusals of: a corrected change is another thing and goes at once. */
function itemOf({ product, bodySha256 }: Ready): string {
  return `${product.originProductNo}:${bodySha256}`;
}

const SAME_REFUSED: Reason = { code: 'WATCH_SAME_REFUSED', severity: 'block' };

function notWritten(target: Target, kept: Listing | null): Reason {
  const params =
    kept === null
      ? { field: 'status', sent: target.status, kept: '-' }
      : kept.salePriceKrw !== target.salePriceKrw
        ? { field: 'salePriceKrw', sent: target.salePriceKrw, kept: kept.salePriceKrw }
        : kept.stock !== target.stock
          ? { field: 'stock', sent: target.stock, kept: kept.stock }
          : { field: 'status', sent: target.status, kept: kept.status };
  return { code: 'WATCH_NOT_WRITTEN', severity: 'block', params };
}
