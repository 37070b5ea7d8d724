/** What is known about the way to one gateway, in milliseconds of our monotonic clock. */
export interface GatewayTimingEstimate {
  /** Gateway epoch minus our monotonic clock; null until an answer told it well enough. */
  readonly offsetMs: number | null;
  /** How far the true offset may be from that, either way. */
  readonly offsetSlackMs: number;
  readonly latencyMinMs: number;
  readonly latencyMaxMs: number;
  readonly windowGuardMs: number;
  readonly slideGuardMs: number;
}

/** One exchange: the permit's time and the send and receive times by our monotonic clock. */
export interface GatewayExchange {
  readonly plannedMs: number;
  readonly sentMs: number;
  readonly receivedMs: number;
  /** Bounds of the gateway's own time stamp, epoch ms: 1 ms apart for a trace id, 1 s for a Date. */
  readonly stampLoMs: number;
  readonly stampHiMs: number;
}

/** What one process knows of one gateway's clock and of the way there. */
export interface GatewayClock {
  /** True when the exchange was believed. */
  learn(exchange: GatewayExchange): boolean;
  estimate(): GatewayTimingEstimate;
}

const SAMPLES = 64;
/** Round trips longer than this say nothing useful about a clock. */
const ROUND_TRIP_MAX_MS = 10_000;
/** Wider than this, an offset cannot be used to aim at seconds. */
const OFFSET_WIDTH_MAX_MS = 300;
/** Slowest arrivals left out of the span once enough are known: stalls of a PC, not of its line. */
const OUTLIERS_MAX = 4;
const OUTLIERS_FROM = 32;
const WINDOW_GUARD_MS = 60;
const SLIDE_GUARD_MS = 3;
const UNSURE_MS = 70;
/** A call that arrives earlier than thought is refused; one that arrives later only costs time. */
const UNSURE_LEAST_MS = 200;
const LEAST_FROM = 32;
const STAMP_PRECISE_MS = 5;
/** Clocks drift: bounds that just miss each other are not a step. */
const STEP_TOLERANCE_MS = 3;

/**
 * Learns how the gateway's clock stands to ours and how long calls take to reach it. Every exchange
 * bounds the offset from both sides (the stamp was made after sending and before receiving); the
 * tightest bounds of the last exchanges hold. Bounds that contradict each other mean that a clock was
 * set, and only the newest exchange is kept.
 *
 * `unknownLatencyMs` is presumed as the greatest delay while nothing is known.
 */
export function createGatewayClock(unknownLatencyMs: number): GatewayClock {
  let samples: GatewayExchange[] = [];
  let cached: GatewayTimingEstimate | null = null;

  const bounds = (): { lowMs: number; highMs: number } => {
    let lowMs = Number.NEGATIVE_INFINITY;
    let highMs = Number.POSITIVE_INFINITY;
    for (const sample of samples) {
      lowMs = Math.max(lowMs, sample.stampLoMs - sample.receivedMs);
      highMs = Math.min(highMs, sample.stampHiMs - sample.sentMs);
    }
    return { lowMs, highMs };
  };

  const compute = (): GatewayTimingEstimate => {
    const { lowMs, highMs } = bounds();
    const widthMs = highMs - lowMs;
    if (samples.length === 0 || widthMs > OFFSET_WIDTH_MAX_MS) {
      return {
        offsetMs: null,
        offsetSlackMs: 0,
        latencyMinMs: 0,
        latencyMaxMs: unknownLatencyMs,
        windowGuardMs: WINDOW_GUARD_MS,
        slideGuardMs: 0,
      };
    }
    const offsetMs = (lowMs + highMs) / 2;
    const precise = samples.filter(
      (sample) => sample.stampHiMs - sample.stampLoMs <= STAMP_PRECISE_MS,
    );
    const sureness = Math.max(1, precise.length);
    const guards = {
      offsetSlackMs: Math.max(0, widthMs / 2),
      windowGuardMs: WINDOW_GUARD_MS,
      slideGuardMs: SLIDE_GUARD_MS,
    };
    // Few exchanges have not shown the whole jitter yet.
    const unsureMs = UNSURE_MS / sureness;
    const unsureLeastMs = UNSURE_LEAST_MS / sureness;
    if (precise.length === 0) {
      const roundTripMs = Math.max(
        ...samples.map((sample) => sample.receivedMs - sample.plannedMs),
      );
      return {
        offsetMs,
        latencyMinMs: -widthMs / 2,
        latencyMaxMs: roundTripMs + widthMs / 2,
        ...guards,
      };
    }
    const latencies = precise
      .map((sample) => (sample.stampLoMs + sample.stampHiMs) / 2 - offsetMs - sample.plannedMs)
      .sort((one, other) => one - other);
    const dropped = latencies.length >= OUTLIERS_FROM ? OUTLIERS_MAX : 0;
    return {
      offsetMs,
      // No call arrives before it was sent: all that is sure while few have been seen.
      latencyMinMs:
        precise.length < LEAST_FROM
          ? -widthMs / 2
          : Math.max(-widthMs / 2, (latencies[0] ?? 0) - unsureLeastMs),
      latencyMaxMs: (latencies[latencies.length - 1 - dropped] ?? unknownLatencyMs) + unsureMs,
      ...guards,
    };
  };

  return {
    learn: (exchange) => {
      const roundTripMs = exchange.receivedMs - exchange.sentMs;
      if (!(roundTripMs >= 0 && roundTripMs <= ROUND_TRIP_MAX_MS)) return false;
      samples.push(exchange);
      if (samples.length > SAMPLES) samples.shift();
      const { lowMs, highMs } = bounds();
      if (lowMs > highMs + STEP_TOLERANCE_MS) samples = [exchange];
      cached = null;
      return true;
    },
    estimate: () => {
      cached ??= compute();
      return cached;
    },
  };
}
