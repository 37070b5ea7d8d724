import type { ItemNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { z } from 'zod';
import { permitDeniedError } from '../http/permit-denied';
import type { HttpClient } from '../http/port';
import { waitUnlessAborted } from '../http/shared-wait';
import type { CallBudget } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { KeyValueStore } from '../storage/key-value';
import {
  type DomeggookAnswer,
  readDomeggookAnswer,
  refusalError,
  saysDeleted,
  unexpectedAnswer,
} from './answer';
import { itemNoOfEntry, parseItem } from './item';
import { itemListQuery, parseCategories, parseItemList } from './item-list';
import type { CallOptions, DomeggookClient, ItemLookup, WholesaleCategory } from './port';
import { isAbsent, isRecord } from './wire';

export interface DomeggookClientDependencies {
  readonly http: HttpClient;
  readonly callBudget: CallBudget;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The whole endpoint, ending in `/ssl/api/`. */
  readonly url: string;
  /** Asked before every call, so that a corrected key works at once. */
  readonly key: () => string | Promise<string>;
  readonly keyValueStore: KeyValueStore;
}

const MARKET = 'Domeggook';
/** Most numbers per call (domeggook-openapi.md 3.1, 2026-09). */
const ITEMS_PER_CALL = 100;
/** A hundred descriptions of some 100 KB each, with room. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
/** Pauses before the second and third attempt of a read. */
const RETRY_DELAYS_MS = [1_000, 3_000];
const CATEGORIES_KEY_PREFIX = 'domeggook.categories.v1';
const CATEGORIES_FRESH_MS = 24 * 3_600_000;

/** Each API with the version this client speaks. */
const APIS = {
  getItemView: '4.6',
  getItemList: '4.1',
  getCategoryList: '1.0',
} as const;
type Api = keyof typeof APIS;

const cachedCategoriesSchema = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    depth: z.int(),
    parentCode: z.string().nullable(),
  }),
);

/**
 * Domeggook's open API over HTTP. All its calls are reads, so a call that failed in passing is made
 * again, up to three times in all. Categories are kept for a day.
 */
export function createDomeggookClient(deps: DomeggookClientDependencies): DomeggookClient {
  const { http, callBudget, clock, logger, keyValueStore } = deps;
  // By address, so that the practice market's tree never answers for the real one.
  const categoriesKey = `${CATEGORIES_KEY_PREFIX}.${deps.url}`;
  let categoriesUnderWay: Promise<readonly WholesaleCategory[]> | null = null;

  const callOnce = async (
    api: Api,
    query: Readonly<Record<string, string>>,
    options: CallOptions,
  ): Promise<DomeggookAnswer> => {
    const key = (await deps.key()).trim();
    if (key === '') throw new AppError('DOMEGGOOK_KEY_MISSING');
    const permit = await callBudget.spend({
      lane: options.lane,
      ...(options.deadlineAtMs === undefined ? {} : { deadlineAtMs: options.deadlineAtMs }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.isInteractive === undefined ? {} : { isInteractive: options.isInteractive }),
    });
    if (!permit.granted) throw permitDeniedError(permit, MARKET);
    options.onCall?.();
    const response = await http.send({
      method: 'GET',
      api: { market: 'domeggook', method: api },
      url: callUrl(deps.url, { ver: APIS[api], mode: api, aid: key, om: 'json', ...query }),
      secretParams: ['aid'],
      timeoutMs: TIMEOUT_MS,
      maxBodyBytes: MAX_ANSWER_BYTES,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    try {
      return readDomeggookAnswer(response, api, key);
    } catch (fault) {
      if (fault instanceof AppError && fault.code === 'DOMEGGOOK_LIMITED') callBudget.refused();
      throw fault;
    }
  };

  const pause = async (delayMs: number, signal: AbortSignal | undefined): Promise<void> => {
    try {
      await clock.sleep(delayMs, signal);
    } catch (reason) {
      if (!signal?.aborted) throw reason;
      throw new AppError('NETWORK_ABORTED', { params: { host: MARKET }, retry: { kind: 'now' } });
    }
  };

  const call = async (
    api: Api,
    query: Readonly<Record<string, string>>,
    options: CallOptions,
  ): Promise<DomeggookAnswer> => {
    for (const delayMs of RETRY_DELAYS_MS) {
      try {
        return await callOnce(api, query, options);
      } catch (fault) {
        const isLate = clock.nowMs() + delayMs > (options.deadlineAtMs ?? Number.POSITIVE_INFINITY);
        if (!isPassing(fault) || isLate || options.signal?.aborted) throw fault;
        logger.warn({ api, code: fault.code, delayMs }, 'Domeggook call is made again');
        await pause(delayMs, options.signal);
      }
    }
    return callOnce(api, query, options);
  };

  const fetchOne = async (itemNo: ItemNo, options: CallOptions): Promise<ItemLookup> => {
    const answer = await call('getItemView', { no: itemNo }, options);
    if (answer.kind === 'refused') {
      if (saysDeleted(answer.refusal)) return { kind: 'deleted', itemNo };
      // Only an error that names the item is the item's: the number itself is always well-formed.
      if (answer.refusal.dcode !== 'ITEM_ERROR') throw refusalError(answer.refusal, 'getItemView');
      return refusedItem(itemNo, answer.refusal.code ?? 'ITEM_ERROR', answer.refusal.says);
    }
    const entry = onlyEntry(answer.body);
    if (entry === null || itemNoOfEntry(entry) !== itemNo) {
      return unreadable(itemNo, 'basis.no');
    }
    return lookupOf(itemNo, entry, undefined);
  };

  const fetchReturned = async (
    itemNos: readonly ItemNo[],
    options: CallOptions,
  ): Promise<ReadonlyMap<ItemNo, ReturnedLookup>> => {
    const query = { no: itemNos.join(','), multiple: 'true' };
    const answer = await call('getItemView', query, options);
    if (answer.kind === 'data') return lookupsOf(answer.body, new Set(itemNos));
    if (!saysDeleted(answer.refusal)) throw refusalError(answer.refusal, 'getItemView');
    return new Map();
  };

  const fetchChunk = async (
    itemNos: readonly ItemNo[],
    options: CallOptions,
  ): Promise<ReadonlyMap<ItemNo, ItemLookup>> => {
    const found = new Map<ItemNo, ItemLookup>(
      itemNos.length > 1 ? await fetchReturned(itemNos, options) : [],
    );
    for (const itemNo of itemNos) {
      // Not returned means only that: the single call tells deleted from skipped (1.5).
      if (!found.has(itemNo)) found.set(itemNo, await fetchOne(itemNo, options));
    }
    return found;
  };

  const readCategories = async (options: CallOptions): Promise<readonly WholesaleCategory[]> => {
    const answer = await call('getCategoryList', {}, options);
    if (answer.kind === 'refused') throw refusalError(answer.refusal, 'getCategoryList');
    const categories = parseCategories(answer.body);
    if (categories === null) throw unexpectedAnswer('getCategoryList', 'items');
    keyValueStore.save(categoriesKey, categories, clock.nowMs());
    return categories;
  };

  return {
    fetchItems: async (itemNos, options) => {
      const wanted = [...new Set(itemNos)];
      const found = new Map<ItemNo, ItemLookup>();
      for (let start = 0; start < wanted.length; start += ITEMS_PER_CALL) {
        const chunk = wanted.slice(start, start + ITEMS_PER_CALL);
        for (const [itemNo, lookup] of await fetchChunk(chunk, options)) found.set(itemNo, lookup);
      }
      return itemNos.map((itemNo) => found.get(itemNo) ?? unreadable(itemNo, 'basis.no'));
    },
    fetchListed: async (itemNos, options) => {
      if (itemNos.length > ITEMS_PER_CALL) {
        throw new TypeError(`${itemNos.length} numbers do not fit into one call`);
      }
      if (itemNos.length === 0) return [];
      const found = await fetchReturned([...new Set(itemNos)], options);
      return itemNos.map((itemNo) => found.get(itemNo) ?? { kind: 'not-returned', itemNo });
    },
    searchItems: async (search, options) => {
      const answer = await call('getItemList', itemListQuery(search), options);
      if (answer.kind === 'refused') throw refusalError(answer.refusal, 'getItemList');
      const reading = parseItemList(answer.body, search.page);
      if (reading === null) throw unexpectedAnswer('getItemList', 'header');
      if (reading.unreadableCount > 0) {
        logger.warn({ rows: reading.unreadableCount }, 'rows of a Domeggook list are unreadable');
      }
      return reading.page;
    },
    fetchCategories: async (options) => {
      const kept = keyValueStore.find(categoriesKey);
      if (kept !== null && clock.nowMs() - kept.writtenAtMs < CATEGORIES_FRESH_MS) {
        const cached = cachedCategoriesSchema.safeParse(kept.value);
        if (cached.success) return cached.data;
      }
      // Without the caller's signal and deadline: others may be waiting for the same list.
      categoriesUnderWay ??= readCategories({ lane: options.lane }).finally(() => {
        categoriesUnderWay = null;
      });
      return waitUnlessAborted(categoriesUnderWay, options.signal, 'Domeggook');
    },
  };
}

/** A fault that may be gone in a moment; a 429 is not, because the silence after it is long. */
function isPassing(fault: unknown): fault is AppError {
  if (!(fault instanceof AppError)) return false;
  if (fault.code === 'DOMEGGOOK_LIMITED' || fault.code === 'NETWORK_ABORTED') return false;
  if (fault.code.startsWith('NETWORK_NOT_SENT')) return false;
  const isOfTheWire = fault.code.startsWith('NETWORK_') || fault.code.startsWith('DOMEGGOOK_');
  return isOfTheWire && (fault.retry.kind === 'after' || fault.retry.kind === 'look-up');
}

function callUrl(base: string, query: Readonly<Record<string, string>>): URL {
  const url = URL.parse(base);
  if (url === null) throw new AppError('NETWORK_BAD_ADDRESS', { params: { address: base } });
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

type ReturnedLookup = Exclude<ItemLookup, { readonly kind: 'deleted' }>;

/** The item of a single answer, also when it comes in the form of a `multiple` one. */
function onlyEntry(body: unknown): unknown {
  if (!isRecord(body)) return null;
  if ('basis' in body) return body;
  const entries = entriesOf(body);
  return entries.length === 1 ? entries[0] : null;
}

function entriesOf(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  if (isAbsent(body.item)) return [];
  return Array.isArray(body.item) ? body.item : [body.item];
}

/** The readable entries of a `multiple` answer, matched by number; order and count mean nothing. */
function lookupsOf(
  body: unknown,
  wanted: ReadonlySet<ItemNo>,
): ReadonlyMap<ItemNo, ReturnedLookup> {
  const found = new Map<ItemNo, ReturnedLookup>();
  if (isAbsent(body)) return found;
  if (!isRecord(body)) throw unexpectedAnswer('getItemView', 'item');
  const entries = 'basis' in body ? [body] : entriesOf(body);
  for (const entry of entries) {
    const itemNo = itemNoOfEntry(entry);
    const isWanted = itemNo !== null && wanted.has(itemNo) && !found.has(itemNo);
    // An entry with an error instead of data is confirmed by a single call like an absent one.
    if (isWanted && isRecord(entry) && isRecord(entry.basis) && !holdsError(entry)) {
      found.set(itemNo, lookupOf(itemNo, entry, body.etc));
    }
  }
  return found;
}

/** True for an entry that holds an error in place of the item's data, whether or not it names the item (1.5). */
function holdsError(entry: Readonly<Record<string, unknown>>): boolean {
  return isRecord(entry.error) || isRecord(entry.errors);
}

function lookupOf(itemNo: ItemNo, entry: unknown, envelopeEtc: unknown): ReturnedLookup {
  const reading = parseItem(entry, envelopeEtc);
  return reading.kind === 'item'
    ? { kind: 'found', itemNo, item: reading.item }
    : unreadable(itemNo, reading.problem);
}

function unreadable(itemNo: ItemNo, problem: string): ReturnedLookup {
  return {
    kind: 'unreadable',
    itemNo,
    reason: {
      code: 'DOMEGGOOK_ITEM_UNREADABLE',
      severity: 'block',
      params: { itemNo, problem },
    },
  };
}

function refusedItem(itemNo: ItemNo, code: string, says: string): ItemLookup {
  return {
    kind: 'unreadable',
    itemNo,
    reason: {
      code: 'DOMEGGOOK_ITEM_REFUSED',
      severity: 'block',
      params: { itemNo, code },
      ...(says === '' ? {} : { verbatim: says }),
    },
  };
}
