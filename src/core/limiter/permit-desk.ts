import { type AppError, toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { BucketAnswer, BucketBackend, BucketQuestion } from './bucket-backend';
import type { GatewayFact } from './bucket-facts';
import { CLASS_COUNT } from './bucket-state';
import type { GatewayTimingEstimate } from './gateway-clock';
import type { Bucket, Lane, PermitResult } from './port';
import { type Waiter, WaitingLines } from './waiting-lines';

/** What a desk needs from its limiter. */
export interface DeskDeps {
  readonly bucket: Bucket;
  readonly process: string;
  readonly backend: BucketBackend;
  readonly clock: Clock;
  readonly isStrict: () => boolean;
  readonly timing: () => GatewayTimingEstimate;
  /** Called with every answer that says the application rests. */
  readonly onStopped: (forMs: number) => void;
  readonly onGranted: (calls: number, atMs: number) => void;
  readonly onFault: (fault: AppError) => void;
}

const RETRY_FIRST_MS = 100;
const RETRY_MAX_MS = 2000;
/** However far the next place was said to be, things change: ask again after this long. */
const ASK_AGAIN_MS = 30_000;
/** A caller that comes back this soon after its turn is expected next time. */
const COME_BACK_MS = 50;
/** A permit may be handed out this long before its moment, so that guesses of the moment may be early. */
const HORIZON_MS = 95;
/** ...but no longer than this part of the time between two calls. */
const HORIZON_SHARE = 0.19;
/**
 * Whoever does not know the gateway's clock is told its next time by the sliding second. Once another
 * process knows the seconds, the place is a little later: asking for it again would be in vain.
 */
const BLIND_HORIZON_MS = 250;
const BLIND_HORIZON_SHARE = 0.5;

/**
 * The waiting line of one bucket in one process: by class, then arrival. Asks the backend once for all
 * who wait, sleeps until the time it was told, and asks nothing in between.
 */
export class PermitDesk {
  readonly #deps: DeskDeps;
  readonly #lines = new WaitingLines();
  #facts: GatewayFact[] = [];
  #isAsking = false;
  /** Waiting calls per class in the question that is under way or was answered last. */
  #asked: readonly number[] = NO_WANTS;
  #isPumpQueued = false;
  #sleep: AbortController | null = null;
  /** Until then only more urgent work than `#hintClass` is worth a question. */
  #hintMs = 0;
  #hintClass: number = CLASS_COUNT;
  #isReturning = false;
  #failures = 0;
  #retryMs = 0;
  #lastFault: AppError | null = null;
  #answer: BucketAnswer | null = null;
  #isClosed = false;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
  }

  get lastAnswer(): BucketAnswer | null {
    return this.#answer;
  }

  waitingIn(lane: Lane): number {
    const first = { sync: 0, normal: 2, batch: 4 }[lane];
    return this.#lines.countIn(first) + this.#lines.countIn(first + 1);
  }

  /** Keeps a fact for the next question, or tells it at once. */
  note(fact: GatewayFact, isUrgent: boolean): void {
    this.#facts.push(fact);
    if (this.#facts.length > FACTS_MAX) this.#facts.shift();
    if (isUrgent) this.tell();
  }

  /** Sends the kept facts without asking for anything. */
  tell(application: BucketQuestion['application'] = 'as-it-is', isLeaving = false): void {
    try {
      const question = this.#question(NO_WANTS, false, application);
      const answered = this.#deps.backend.ask({ ...question, isLeaving });
      if (answered instanceof Promise) {
        answered.then(
          (answer) => this.#take(answer),
          (fault: unknown) => this.#deps.onFault(toAppError(fault)),
        );
      } else this.#take(answered);
    } catch (fault) {
      this.#deps.onFault(toAppError(fault));
    }
  }

  #take(answer: BucketAnswer): void {
    const before = this.#answer;
    this.#answer = answer;
    // A pause or a new rate makes the told time wrong: find out with the next question.
    const isOther = before !== null && before.ratePerSecond !== answer.ratePerSecond;
    if (isOther) this.#hintMs = 0;
    if (isOther || answer.pausedUntilMs !== null) this.#wake();
  }

  /** One question outside the line, for `tryAcquire` and `remaining`; throws what the backend throws. */
  async askNow(callClass: number | null): Promise<BucketAnswer> {
    const wants = NO_WANTS.map((_, index) => (index === callClass ? 1 : 0));
    const answer = await this.#deps.backend.ask({
      ...this.#question(wants, false, 'as-it-is'),
      process: '',
      horizonMs: 0,
    });
    this.#answer = answer;
    if (answer.stoppedForMs > 0) this.#deps.onStopped(answer.stoppedForMs);
    return answer;
  }

  /** True when somebody of the same or a more urgent class waits already. */
  hasWaitingBefore(callClass: number): boolean {
    return this.#lines.size > 0 && this.#lines.mostUrgent() <= callClass;
  }

  /** Joins the line; settles with a permit, or with the reason why there is none. Times are monotonic. */
  wait(callClass: number, sinceMs: number, deadlineMs: number): Promise<PermitResult> {
    return new Promise((settle) => {
      this.#add({ callClass, sinceMs, deadlineMs, settle, isSettled: false });
    });
  }

  /** Like `wait`, and leaves the line when `signal` aborts. */
  waitUnlessAborted(
    callClass: number,
    sinceMs: number,
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<PermitResult> {
    return new Promise((resolve) => {
      const onAbort = (): void => {
        this.#remove(waiter);
        resolve(ABORTED);
      };
      const settle = (result: PermitResult): void => {
        signal.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const waiter: Waiter = { callClass, sinceMs, deadlineMs, settle, isSettled: false };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#add(waiter);
    });
  }

  #add(waiter: Waiter): void {
    if (this.#lines.size === 0) {
      this.#isReturning = this.#deps.clock.monotonicMs() <= this.#hintMs + COME_BACK_MS;
    }
    this.#lines.add(waiter);
    if (this.#sleep !== null) {
      // Somebody sleeps for the line: wake it only for a nearer time or a more urgent class.
      if (waiter.callClass < this.#hintClass || waiter.deadlineMs < this.#sleepsUntilMs)
        this.#wake();
      return;
    }
    this.#queuePump();
  }

  /** The waiter left by itself (abort). */
  #remove(waiter: Waiter): void {
    if (!this.#lines.remove(waiter)) return;
    if (this.#lines.size === 0 && this.#sleep !== null) this.tell('as-it-is', true);
  }

  /** Denies everybody. */
  denyAll(result: PermitResult): void {
    this.#lines.denyAll(result);
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  #queuePump(): void {
    if (this.#isPumpQueued || this.#isAsking) return;
    this.#isPumpQueued = true;
    queueMicrotask(() => {
      this.#isPumpQueued = false;
      this.#pump();
    });
  }

  #wake(): void {
    const sleep = this.#sleep;
    this.#sleep = null;
    sleep?.abort();
    this.#queuePump();
  }

  #pump(): void {
    if (this.#isAsking || this.#sleep !== null || this.#isClosed) return;
    const nowMs = this.#deps.clock.monotonicMs();
    const nextDeadlineMs = this.#denyLate(nowMs);
    if (this.#lines.size === 0) return;
    const lead = this.#deps.backend.leadMs();
    const askAtMs = Math.max(
      this.#retryMs,
      this.#lines.mostUrgent() < this.#hintClass
        ? 0
        : Math.min(this.#hintMs - lead, nowMs + ASK_AGAIN_MS),
    );
    if (askAtMs > nowMs) {
      this.#sleepUntil(Math.min(askAtMs, nextDeadlineMs));
      return;
    }
    this.#ask(lead, nextDeadlineMs);
  }

  #ask(lead: number, nextDeadlineMs: number): void {
    this.#isAsking = true;
    const wants = this.#lines.counts();
    this.#asked = wants;
    try {
      const answered = this.#deps.backend.ask(
        this.#question(wants, this.#isReturning, 'as-it-is', lead),
      );
      if (!(answered instanceof Promise)) {
        this.#receive(answered, this.#deps.clock.monotonicMs());
        return;
      }
      const watch = this.#watchDeadlines(nextDeadlineMs);
      answered
        .finally(() => watch.abort())
        .then(
          (answer) => this.#receive(answer, this.#deps.clock.monotonicMs()),
          (fault: unknown) => this.#fail(toAppError(fault)),
        );
    } catch (fault) {
      this.#fail(toAppError(fault));
    }
  }

  /** A backend that does not answer must not hold anybody past the deadline. */
  #watchDeadlines(nextDeadlineMs: number): AbortController {
    const watch = new AbortController();
    const wait = (untilMs: number): void => {
      if (untilMs === Number.POSITIVE_INFINITY) return;
      const delayMs = Math.max(0, untilMs - this.#deps.clock.monotonicMs());
      this.#deps.clock.sleep(delayMs, watch.signal).then(
        () => wait(this.#denyLate(this.#deps.clock.monotonicMs())),
        // Aborted: the answer came.
        () => undefined,
      );
    };
    wait(nextDeadlineMs);
    return watch;
  }

  #question(
    wants: readonly number[],
    isReturning: boolean,
    application: BucketQuestion['application'],
    lead = 0,
  ): BucketQuestion {
    const facts = this.#facts;
    if (facts.length > 0) this.#facts = [];
    const timing = this.#deps.timing();
    return {
      bucket: this.#deps.bucket,
      process: this.#deps.process,
      wants,
      timing,
      horizonMs: lead + this.#horizonMs(timing.offsetMs === null),
      isStrict: this.#deps.isStrict(),
      isReturning,
      isLeaving: false,
      facts,
      application,
    };
  }

  #horizonMs(isClockUnknown: boolean): number {
    const perCallMs = 1000 / (this.#answer?.ratePerSecond ?? 2);
    return isClockUnknown
      ? Math.min(BLIND_HORIZON_MS, BLIND_HORIZON_SHARE * perCallMs)
      : Math.min(HORIZON_MS, HORIZON_SHARE * perCallMs);
  }

  #receive(answer: BucketAnswer, nowMs: number): void {
    this.#failures = 0;
    this.#retryMs = 0;
    this.#lastFault = null;
    this.#answer = answer;
    if (answer.stoppedForMs > 0) {
      this.#isAsking = false;
      this.#deps.onStopped(answer.stoppedForMs);
      return;
    }
    this.#hintMs = answer.dueMs;
    if (answer.sendAtMs <= nowMs || !answer.granted.some((count) => count > 0)) {
      this.#deliver(answer, nowMs);
      return;
    }
    this.#deps.clock.sleep(answer.sendAtMs - nowMs).then(
      () => this.#deliverWhenDue(answer),
      (fault: unknown) => this.#fail(toAppError(fault)),
    );
  }

  /** Timers may fire a little early; a permit must not. */
  #deliverWhenDue(answer: BucketAnswer): void {
    const nowMs = this.#deps.clock.monotonicMs();
    if (nowMs < answer.sendAtMs) {
      this.#deps.clock.sleep(answer.sendAtMs - nowMs).then(
        () => this.#deliverWhenDue(answer),
        (fault: unknown) => this.#fail(toAppError(fault)),
      );
      return;
    }
    this.#deliver(answer, nowMs);
  }

  #deliver(answer: BucketAnswer, nowMs: number): void {
    this.#isAsking = false;
    // A permit that came too late for its second must not be used: its place is lost, safely.
    const isUsable = nowMs <= answer.sendByMs;
    const permit = ({ sinceMs }: Waiter): PermitResult => ({
      granted: true,
      remaining: answer.remaining,
      waitedMs: nowMs - sinceMs,
    });
    for (let callClass = 0; isUsable && callClass < CLASS_COUNT; callClass += 1) {
      const given = this.#lines.serve(callClass, answer.granted[callClass] ?? 0, permit);
      if (given > 0) this.#deps.onGranted(given, answer.sendAtMs);
    }
    this.#hintClass = this.#classOfHint(answer.granted);
    if (!isUsable) this.#hintMs = 0;
    if (this.#lines.size > 0) this.#pump();
  }

  /** The told time is for the most urgent class that was asked for and not served; else for the served. */
  #classOfHint(granted: readonly number[]): number {
    const left = this.#asked.findIndex((count, at) => count > (granted[at] ?? 0));
    if (left >= 0) return left;
    const served = granted.findLastIndex((count) => count > 0);
    return served >= 0 ? served : CLASS_COUNT - 1;
  }

  #fail(fault: AppError): void {
    this.#isAsking = false;
    const delayMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#retryMs = this.#deps.clock.monotonicMs() + delayMs;
    this.#hintMs = 0;
    this.#lastFault = fault;
    this.#deps.onFault(fault);
    this.#queuePump();
  }

  /** Denies those whose deadline passed; returns the next deadline. */
  #denyLate(nowMs: number): number {
    return this.#lines.denyLate(nowMs, () => this.#denial(nowMs));
  }

  #denial(nowMs: number): PermitResult {
    const waitMs = Math.max(0, Math.max(this.#hintMs, this.#retryMs) - nowMs);
    const fault = this.#lastFault;
    return fault === null
      ? { granted: false, waitMs, reason: 'deadline' }
      : { granted: false, waitMs, reason: 'unavailable', code: fault.code, params: fault.params };
  }

  #sleepsUntilMs = 0;

  #sleepUntil(untilMs: number): void {
    const sleep = new AbortController();
    this.#sleep = sleep;
    this.#sleepsUntilMs = untilMs;
    const wakeUp = (): void => {
      if (this.#sleep !== sleep) return;
      this.#sleep = null;
      this.#pump();
    };
    // The only rejection is the abort by #wake, which pumps by itself.
    this.#deps.clock
      .sleep(Math.max(0, untilMs - this.#deps.clock.monotonicMs()), sleep.signal)
      .then(wakeUp, () => undefined);
  }
}

/** The answer to a caller whose signal aborted; nothing was spent. */
export const ABORTED: PermitResult = { granted: false, waitMs: 0, reason: 'aborted' };
const NO_WANTS: readonly number[] = new Array<number>(CLASS_COUNT).fill(0);
const FACTS_MAX = 32;
