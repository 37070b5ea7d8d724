import type { Draft } from '@shared/domain/draft';
import { type ItemNo, type StoreId, sellerCodeOf } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Rehearsal, RehearsalVerdict, RehearsedItem } from '@shared/domain/rehearsal';
import type { Settings } from '@shared/domain/settings';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { DomeggookClient, ItemLookup } from '../domeggook/port';
import type { DraftService } from '../drafts/port';
import { plannedPictures } from '../images/plan';
import type { PictureOutcome, PicturePreparer } from '../images/port';
import type { CallOptions, NaverClient } from '../naver/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { createBackgroundWork } from './background-work';
import { classifyFault } from './fault-class';
import type { Journal } from './journal';
import type { RehearsalRecords, RehearsalTask } from './rehearsal-records';
import { createTurns } from './turns';

export interface RehearsalDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly domeggook: Pick<DomeggookClient, 'fetchItems'>;
  readonly drafts: DraftService;
  readonly pictures: PicturePreparer;
  /** Nothing that sends: a rehearsal cannot create, upload or change, whatever goes wrong in it. */
  readonly naver: Pick<NaverClient, 'findBySellerCode'>;
  readonly settings: { get(): Settings };
  readonly journal: Journal;
  readonly records: RehearsalRecords;
  steadyNowMs(): number;
  changed(): void;
}

/** Tries lists without sending anything: every step up to the create call, one verdict per item. */
export interface RehearsalDesk {
  /** A number that is given twice is tried once. Throws STORAGE_*. */
  begin(storeId: StoreId, name: string, itemNos: readonly ItemNo[]): Rehearsal;
  find(rehearsalId: string): Rehearsal | null;
  /** The newest 50, newest first. */
  list(storeId: StoreId): readonly Rehearsal[];
  items(
    rehearsalId: string,
    verdict: RehearsalVerdict | undefined,
    offset: number,
    limit: number,
  ): { readonly items: readonly RehearsedItem[]; readonly total: number };
  /** The items that would become products, for registering them in earnest. */
  passed(rehearsalId: string): readonly ItemNo[];
  /** What has no verdict yet gets `cancelled`; null when there is no such rehearsal. */
  cancel(rehearsalId: string): Rehearsal | null;
}

/** The desk with the worker behind it; `stop` leaves items without a verdict to the next start. */
export interface RehearsalWorker extends RehearsalDesk {
  start(): void;
  stop(): Promise<void>;
}

interface Judgement {
  readonly verdict: RehearsalVerdict;
  readonly title: string | null;
  readonly reasons: readonly Reason[];
}

const ID_BYTES = 8;
const MAX_LISTED = 50;
/** Numbers of one wholesaler call are at most 100; fewer at once keep progress visible. */
const GROUP_SIZE = 25;
const AT_ONCE = 3;
const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Works one rehearsal after another, the oldest first, in the lane `batch`. An item whose own fault
 * stops it, or the fifth try of any, ends as `failed`; other faults put it off by 2 s to 60 s.
 */
export function createRehearsals(deps: RehearsalDeps): RehearsalWorker {
  const { clock, logger, journal, records } = deps;
  const inTurn = createTurns(AT_ONCE);
  const background = createBackgroundWork({
    clock,
    logger,
    name: 'rehearsal',
    hasWork: () => records.open().length > 0,
    work: () => workAll(),
  });
  const { stopSignal } = background;
  const call: CallOptions = { lane: 'batch', signal: stopSignal };

  const workAll = async (): Promise<void> => {
    for (;;) {
      const [rehearsalId] = records.open();
      if (rehearsalId === undefined) return;
      let failures = 0;
      for (;;) {
        const tasks = records.tasks(rehearsalId, GROUP_SIZE);
        if (tasks.length === 0) {
          if (await journal.commit(() => records.takeMore(rehearsalId))) continue;
          break;
        }
        failures = (await rehearse(tasks)) ? 0 : failures + 1;
        deps.changed();
        if (failures === 0) continue;
        const pauseMs = FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 6);
        await clock.sleep(Math.min(LONGEST_PAUSE_MS, pauseMs), stopSignal);
      }
      await journal.commit(() => records.end(rehearsalId, deps.steadyNowMs()));
      deps.changed();
    }
  };

  /** False when a fault that is nobody's item left some of them without a verdict. */
  const rehearse = async (tasks: readonly RehearsalTask[]): Promise<boolean> => {
    const asked = tasks.filter((task) => records.findProduct(task.storeId, task.itemNo) === null);
    await journal.commit(() => {
      for (const task of tasks) {
        const product = records.findProduct(task.storeId, task.itemNo);
        if (product !== null) records.judge(task, 'registered', product.name, []);
      }
    });
    if (asked.length === 0) return true;
    let lookups: readonly ItemLookup[];
    try {
      lookups = await deps.domeggook.fetchItems(
        asked.map((task) => task.itemNo),
        call,
      );
    } catch (thrown) {
      return putOff(asked, toAppError(thrown));
    }
    const results = await Promise.all(
      asked.map((task) =>
        inTurn(async () => {
          const lookup = lookups.find((other) => other.itemNo === task.itemNo);
          try {
            const { verdict, title, reasons } = await judge(task, lookup);
            await journal.commit(() => records.judge(task, verdict, title, reasons));
            return true;
          } catch (thrown) {
            return putOff([task], toAppError(thrown));
          }
        }),
      ),
    );
    return results.every((isJudged) => isJudged);
  };

  /** Counts a failed try; the last one is the verdict. */
  const putOff = async (tasks: readonly RehearsalTask[], fault: AppError): Promise<boolean> => {
    stopSignal.throwIfAborted();
    logger.warn({ code: fault.code, items: tasks.length }, 'a rehearsal met a fault');
    const reason: Reason = { code: fault.code, severity: 'block', params: fault.params };
    await journal.commit(() => {
      for (const task of tasks) {
        records.countAttempt(task);
        if (task.attempts + 1 >= MAX_ATTEMPTS || classifyFault(fault) === 'item') {
          records.judge(task, 'failed', null, [reason]);
        }
      }
    });
    return classifyFault(fault) === 'item';
  };

  const judge = async (task: RehearsalTask, lookup: ItemLookup | undefined): Promise<Judgement> => {
    if (lookup === undefined || lookup.kind === 'unreadable') {
      const reason: Reason = lookup?.reason ?? {
        code: 'REGISTRATION_ITEM_UNANSWERED',
        severity: 'block',
        params: { itemNo: task.itemNo },
      };
      return { verdict: 'failed', title: null, reasons: [reason] };
    }
    if (lookup.kind === 'deleted') {
      const params = { itemNo: task.itemNo };
      return {
        verdict: 'rejected',
        title: null,
        reasons: [{ code: 'REGISTRATION_ITEM_DELETED', severity: 'block', params }],
      };
    }
    return judgeItem(task, lookup.item);
  };
  const judgeItem = async (task: RehearsalTask, item: WholesaleItem): Promise<Judgement> => {
    const { title } = item;
    if (item.status !== 'on-sale') {
      const params = { status: item.statusText };
      return {
        verdict: 'rejected',
        title,
        reasons: [{ code: 'REGISTRATION_ITEM_ENDED', severity: 'block', params }],
      };
    }
    const draft = await deps.drafts.prepare(task.storeId, item, call);
    if (draft.state !== 'ready') return { verdict: 'needs-review', title, reasons: openOf(draft) };
    const planned = plannedPictures(draft.content.images, deps.settings.get().images);
    const outcomes = await deps.pictures.prepare(planned, stopSignal);
    const made = await deps.drafts.productBody(draft, outcomes, standInsOf(outcomes), call);
    if (made.kind === 'stopped') return { verdict: 'needs-review', title, reasons: made.reasons };
    const warnings = draft.reasons.filter((reason) => reason.severity === 'warn');
    const sellerCode = sellerCodeOf(task.itemNo);
    const found = await deps.naver.findBySellerCode(sellerCode, call);
    const [first] = found.filter((product) => product.sellerCode === sellerCode);
    if (first === undefined) return { verdict: 'would-register', title, reasons: warnings };
    const params = { sellerCode, productNo: first.channelProductNo };
    return {
      verdict: 'at-naver',
      title,
      reasons: [{ code: 'REGISTRATION_ALREADY_AT_NAVER', severity: 'warn', params }, ...warnings],
    };
  };

  return {
    begin: (storeId, name, itemNos) => {
      const rehearsalId = deps.randomness.hex(ID_BYTES);
      journal.commitNow(() =>
        records.begin(rehearsalId, storeId, name, itemNos, deps.steadyNowMs()),
      );
      deps.changed();
      background.wake();
      const begun = records.find(rehearsalId);
      if (begun === null) throw new TypeError('the rehearsal just written is not there');
      return begun;
    },
    find: records.find,
    list: (storeId) => records.list(storeId, MAX_LISTED),
    items: records.items,
    passed: (rehearsalId) => records.itemNos(rehearsalId, ['would-register', 'at-naver']),
    cancel: (rehearsalId) => {
      journal.commitNow(() => {
        records.cancelRest(rehearsalId);
        records.end(rehearsalId, deps.steadyNowMs());
      });
      deps.changed();
      return records.find(rehearsalId);
    },
    start: background.start,
    stop: background.stop,
  };
}

function openOf(draft: Draft): readonly Reason[] {
  const open = draft.reasons.filter((reason) => reason.severity !== 'warn');
  return open.length > 0 ? open : [{ code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' }];
}

/** Addresses in place of those that an upload would give; the body they end up in never leaves. */
function standInsOf(outcomes: readonly PictureOutcome[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'prepared') continue;
    for (const { sha256 } of outcome.files) {
      addresses.set(sha256, `https://shop-phinf.pstatic.net/rehearsal/${sha256}.jpg`);
    }
  }
  return addresses;
}
