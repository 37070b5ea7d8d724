/** One exchange with the server: its time, and ours before and after. */
export interface ServerExchange {
  /** Epoch ms by the server's clock. */
  readonly serverMs: number;
  /** Monotonic ms by ours. */
  readonly sentMs: number;
  readonly receivedMs: number;
}

/** How a server's clock stands to our monotonic one. */
export interface ServerClock {
  learn(exchange: ServerExchange): void;
  /** Server clock minus ours; null before the first exchange. */
  offsetMs(): number | null;
  /** True when the exchange cannot be explained by its own length: a clock was set. */
  hasJumped(exchange: ServerExchange): boolean;
  /** How much earlier a question should leave to be answered in time. */
  leadMs(): number;
  reset(): void;
}

const SAMPLES = 32;
const LEAD_MIN_MS = 2;
const LEAD_MAX_MS = 200;
const JUMP_SLACK_MS = 50;

/** Takes the exchange with the shortest round trip of the last 32: it bounds the offset best. */
export function createServerClock(): ServerClock {
  let samples: ServerExchange[] = [];
  let best: ServerExchange | null = null;
  const lengthOf = (sample: ServerExchange): number => sample.receivedMs - sample.sentMs;
  const middleOf = (sample: ServerExchange): number =>
    sample.serverMs - (sample.sentMs + sample.receivedMs) / 2;
  const shortest = (): ServerExchange | null =>
    samples.reduce<ServerExchange | null>(
      (one, other) => (one === null || lengthOf(other) <= lengthOf(one) ? other : one),
      null,
    );
  return {
    learn: (exchange) => {
      samples.push(exchange);
      const dropped = samples.length > SAMPLES ? samples.shift() : undefined;
      if (best === null || lengthOf(exchange) <= lengthOf(best)) best = exchange;
      else if (dropped === best) best = shortest();
    },
    offsetMs: () => (best === null ? null : middleOf(best)),
    hasJumped: (exchange) => {
      if (best === null) return false;
      const offsetMs = middleOf(best);
      return (
        exchange.serverMs - exchange.receivedMs > offsetMs + JUMP_SLACK_MS ||
        exchange.serverMs - exchange.sentMs < offsetMs - JUMP_SLACK_MS
      );
    },
    leadMs: () => {
      if (samples.length === 0) return LEAD_MIN_MS;
      const lengths = samples.map(lengthOf).sort((one, other) => one - other);
      const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
      return Math.min(LEAD_MAX_MS, LEAD_MIN_MS + median);
    },
    reset: () => {
      samples = [];
      best = null;
    },
  };
}
