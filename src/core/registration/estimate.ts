import type { JobLane } from '@shared/domain/job';

/** What is left of one batch, as far as its end is concerned. */
export interface LeftOfBatch {
  readonly key: string;
  readonly lane: JobLane;
  /** 1, 0 or -1. */
  readonly priority: number;
  readonly startsAtMs: number;
  readonly left: number;
}

/** What is left and how fast it may go; `nowMs` and starts are of the wall clock. */
export interface EstimateInput {
  readonly nowMs: number;
  readonly batches: readonly LeftOfBatch[];
  /** What Naver allows. */
  readonly createsPerSecond: number;
  /** The seller's own limit; null = none. */
  readonly cap: { readonly perHour: number; readonly usedInHour: number } | null;
}

const LANE_ORDER: readonly JobLane[] = ['sync', 'normal', 'batch', 'review'];
const HOUR_S = 3600;

/**
 * When each batch should be done, by its key, if every job left needs one create call: lanes and
 * priorities go one after another, batches of the same rank share the rate, none begins before its
 * time. Beyond the seller's hourly limit the rate is that limit's. An upper bound of the speed, since
 * items that stop for review cost no call. Pure.
 */
export function estimateEnds(input: EstimateInput): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  const left = new Map(
    input.batches.filter((batch) => batch.left > 0).map((batch) => [batch.key, batch.left]),
  );
  const waiting = input.batches.filter((batch) => batch.left > 0);
  const perMs = ratePerMs(input);
  let atMs = input.nowMs;
  while (left.size > 0) {
    const open = waiting.filter((batch) => left.has(batch.key));
    const begun = open.filter((batch) => batch.startsAtMs <= atMs);
    const nextStartMs = Math.min(
      ...open.filter((batch) => batch.startsAtMs > atMs).map((batch) => batch.startsAtMs),
    );
    if (begun.length === 0) {
      atMs = nextStartMs;
      continue;
    }
    const best = Math.min(...begun.map(rankOf));
    const served = begun.filter((batch) => rankOf(batch) === best);
    const share = perMs / served.length;
    const least = Math.min(...served.map((batch) => left.get(batch.key) ?? 0));
    const spanMs = Math.min(least / share, nextStartMs - atMs);
    atMs += spanMs;
    for (const batch of served) {
      const rest = (left.get(batch.key) ?? 0) - spanMs * share;
      // Less than a thousandth of a call is the rounding of the division above.
      if (rest > 0.001) left.set(batch.key, rest);
      else {
        left.delete(batch.key);
        ends.set(batch.key, Math.ceil(atMs));
      }
    }
  }
  return ends;
}

function ratePerMs({ batches, createsPerSecond, cap }: EstimateInput): number {
  const total = batches.reduce((sum, batch) => sum + batch.left, 0);
  const isCapped = cap !== null && total > cap.perHour - cap.usedInHour;
  const perSecond = isCapped ? Math.min(createsPerSecond, cap.perHour / HOUR_S) : createsPerSecond;
  return perSecond / 1000;
}

function rankOf(batch: LeftOfBatch): number {
  return LANE_ORDER.indexOf(batch.lane) * 10 - batch.priority;
}
