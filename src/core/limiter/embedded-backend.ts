import type { Clock } from '../platform/clock';
import {
  APPLICATION_REST_MS,
  type BucketAnswer,
  type BucketBackend,
  type BucketQuestion,
} from './bucket-backend';
import { applyFact } from './bucket-facts';
import { forgetDemand, planAsk, planRemaining, sharedTiming } from './bucket-plan';
import {
  type BucketState,
  CLASS_COUNT,
  createBucketState,
  expectedRemaining,
} from './bucket-state';
import type { BucketDefaults } from './rate-limiter';

const NOTHING: readonly number[] = new Array<number>(CLASS_COUNT).fill(0);

/** Buckets in this process's memory: for one PC without Redis. Knows no failure. */
export function createEmbeddedBackend(
  clock: Clock,
  defaults: BucketDefaults,
  applicationRestMs: number = APPLICATION_REST_MS,
): BucketBackend {
  const states = new Map<string, Map<string, BucketState>>();
  const stoppedUntilMs = new Map<string, number>();

  const stateOf = (question: BucketQuestion, nowMs: number): BucketState => {
    const { application, api } = question.bucket;
    let ofApplication = states.get(application);
    if (ofApplication === undefined) {
      ofApplication = new Map();
      states.set(application, ofApplication);
    }
    let state = ofApplication.get(api);
    if (state === undefined) {
      state = createBucketState('embedded', nowMs, defaults.ratePerSecond, defaults.burst);
      ofApplication.set(api, state);
    }
    return state;
  };

  /** How long the application still rests. Past its time it lets one probe of `wanted` through. */
  const restOf = (question: BucketQuestion, nowMs: number): number => {
    const { application } = question.bucket;
    if (question.application === 'stop') stoppedUntilMs.set(application, nowMs + applicationRestMs);
    if (question.application === 'clear') stoppedUntilMs.delete(application);
    return Math.max(0, (stoppedUntilMs.get(application) ?? 0) - nowMs);
  };

  return {
    ask: (question): BucketAnswer => {
      const nowMs = clock.monotonicMs();
      const state = stateOf(question, nowMs);
      const timing = sharedTiming(state, question.timing, nowMs);
      const shiftMs = (question.timing.offsetMs ?? 0) - (timing.offsetMs ?? 0);
      for (const fact of question.facts) {
        const isShifted = fact.arrivedAtMs !== null && question.timing.offsetMs !== null;
        const arrivedAtMs = isShifted ? (fact.arrivedAtMs ?? 0) + shiftMs : fact.arrivedAtMs;
        applyFact(state, { ...fact, arrivedAtMs }, nowMs);
      }
      const restMs =
        stoppedUntilMs.size === 0 && question.application === 'as-it-is'
          ? 0
          : restOf(question, nowMs);
      if (question.isLeaving) forgetDemand(state, question.process);
      const isAsking = question.wants.some((count) => count > 0);
      const request = {
        nowMs,
        process: question.process,
        wants: question.wants,
        timing,
        horizonMs: question.horizonMs,
        isStrict: question.isStrict,
        isReturning: question.isReturning,
      };
      const isProbe = restMs === 0 && stoppedUntilMs.has(question.bucket.application);
      const plan =
        isAsking && restMs === 0
          ? planAsk(state, isProbe ? { ...request, wants: probeOf(question.wants) } : request)
          : {
              granted: NOTHING,
              sendAtMs: nowMs,
              sendByMs: nowMs,
              dueMs: nowMs + restMs,
              remaining: restMs > 0 ? 0 : planRemaining(state, request),
            };
      if (isProbe && plan.granted.some((count) => count > 0)) {
        stoppedUntilMs.set(question.bucket.application, nowMs + applicationRestMs);
      }
      return {
        granted: plan.granted,
        sendAtMs: plan.sendAtMs,
        sendByMs: plan.sendByMs,
        dueMs: plan.dueMs,
        remaining: plan.remaining,
        ratePerSecond: state.ratePerSecond,
        burst: state.burst,
        hasCredit: state.hasSeenCredit,
        expectedRemaining: expectedRemaining(state),
        pausedUntilMs: state.pausedUntilMs > nowMs ? state.pausedUntilMs : null,
        stoppedForMs: restMs,
      };
    },
    leadMs: () => 0,
    close: async () => {
      states.clear();
    },
  };
}

/** One call of the most urgent class, to see whether the application runs again. */
function probeOf(wants: readonly number[]): readonly number[] {
  const first = wants.findIndex((count) => count > 0);
  return wants.map((_, index) => (index === first ? 1 : 0));
}
