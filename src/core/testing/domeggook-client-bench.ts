import type { ItemNo } from '@shared/domain/ids';
import { createDomeggookClient } from '../domeggook/client';
import type { DomeggookClient } from '../domeggook/port';
import type { PermitResult } from '../limiter/port';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createMemoryKeyValueStore } from './memory-key-values';
import { createRecordingBudget, type RecordingBudget } from './recording-limiter';
import { createRecordingLogger } from './recording-logger';
import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http';
import { anItemNo } from './wholesale-item';

/** The key that must never be told. */
export const KEY = 'KEY-SECRET';
/** How the calls of the tests are made. */
export const NORMAL = { lane: 'normal' } as const;

/** A client over a scripted market. */
export interface Bench {
  readonly client: DomeggookClient;
  readonly http: ScriptedHttp;
  readonly budget: RecordingBudget;
  readonly clock: FakeClock;
  readonly told: () => string;
}

type Answering = (query: URLSearchParams, before: number) => ScriptedAnswer;

/** A client whose market answers what `answerTo` says. */
export function bench(answerTo: Answering, permit?: PermitResult, key = KEY): Bench {
  const clock = createFakeClock();
  const logger = createRecordingLogger();
  const http = createScriptedHttp(clock, (request, before) =>
    answerTo(request.url.searchParams, before),
  );
  const budget = createRecordingBudget(permit && (() => permit));
  const client = createDomeggookClient({
    http,
    callBudget: budget,
    clock,
    logger,
    url: 'https://market.example/ssl/api/',
    key: () => key,
    keyValueStore: createMemoryKeyValueStore(),
  });
  return { client, http, budget, clock, told: () => JSON.stringify(logger.entries) };
}

/** `count` different item numbers. */
export function numbers(count: number): readonly ItemNo[] {
  return Array.from({ length: count }, (_, index) => anItemNo(String(70_000_001 + index)));
}

/** The least of an item that the market gives. */
export function entry(no: string | number): object {
  return { basis: { no, status: '판매중', title: `상품 ${no}` }, price: { supply: 1000 } };
}

/** The answer to a call for one number. */
export function single(no: string | number): ScriptedAnswer {
  return { body: { domeggook: entry(no) } };
}

/** The answer to a call for several numbers. */
export function multiple(...entries: readonly object[]): ScriptedAnswer {
  return { body: { domeggook: { etc: { showByMailzine: 'false' }, item: entries } } };
}

/** An answer in the market's form of an error. */
export function refused(errors: object, status = 200): ScriptedAnswer {
  return { status, body: { errors } };
}

/** What the market says of an item that is gone (domeggook-openapi.md, 2026-09). */
export const DELETED = refused({ code: '40', message: 'x', dcode: 'ITEM_ERROR', dmessage: 'y' });
