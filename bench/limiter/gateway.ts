import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createGate, type LimitGate } from './gateway-model';
import {
  BACK_AT_MS,
  type CallLine,
  type CaseSpec,
  DROP_AT_MS,
  type FromChild,
  type GatewayStats,
  RATE_PER_SECOND,
  type ToChild,
} from './protocol';

const JITTER_MIN_MS = 5;
const JITTER_MAX_MS = 80;
const FOREIGN_PER_SECOND = 0.5;
const WAY = JITTER_MAX_MS - JITTER_MIN_MS;

interface RunningCase {
  readonly spec: CaseSpec;
  readonly gate: LimitGate;
  ratePerSecond: number;
  passed: number;
  refused: number;
  foreignPassed: number;
  foreignRefused: number;
  sentTwice: number;
  readonly passedCalls: Set<string>;
  readonly passedAtMs: number[];
  readonly refusedAtMs: number[];
}

/** The gateway's process: all cases behind one socket, each with its own bucket, clock and jitter. */
export function runGateway(): void {
  const cases = new Map<string, RunningCase>();
  let startAtMs = Number.POSITIVE_INFINITY;
  let isOver = false;
  const send = (message: FromChild): void => {
    process.send?.(message);
  };

  process.on('message', (message: ToChild) => {
    if (message.kind === 'prepare') {
      for (const spec of message.cases) cases.set(spec.id, newCase(spec));
      createServer((socket) => serve(socket, cases, () => startAtMs)).listen(
        message.place.gatewayPath,
        () => send({ kind: 'ready' }),
      );
    } else if (message.kind === 'start') {
      startAtMs = message.startAtMs;
      for (const one of cases.values()) stage(one, startAtMs + one.spec.delayMs, () => isOver);
    } else {
      isOver = true;
      send({
        kind: 'gateway-stats',
        stats: [...cases.values()].map((one) => statsOf(one, startAtMs)),
      });
    }
  });
}

function newCase(spec: CaseSpec): RunningCase {
  return {
    spec,
    gate: createGate(spec.model, RATE_PER_SECOND),
    ratePerSecond: RATE_PER_SECOND,
    passed: 0,
    refused: 0,
    foreignPassed: 0,
    foreignRefused: 0,
    sentTwice: 0,
    passedCalls: new Set(),
    passedAtMs: [],
    refusedAtMs: [],
  };
}

/** What the gateway does by itself: another program's calls, and a rate that changes. */
function stage(one: RunningCase, startAtMs: number, isOver: () => boolean): void {
  const delayMs = startAtMs - Date.now();
  if (one.spec.scenario === 'foreign') {
    const next = (waitMs: number): void => {
      setTimeout(() => {
        if (isOver()) return;
        const isIn = isCounted(one, startAtMs);
        if (one.gate.take(Date.now() + one.spec.offsetMs).isPassed)
          one.foreignPassed += isIn ? 1 : 0;
        else one.foreignRefused += isIn ? 1 : 0;
        next(poissonMs());
      }, waitMs);
    };
    next(Math.max(0, delayMs) + poissonMs());
  }
  if (one.spec.scenario === 'drop') {
    const change = (ratePerSecond: number) => (): void => {
      one.ratePerSecond = ratePerSecond;
      one.gate.setRate(ratePerSecond);
    };
    setTimeout(change(1), delayMs + DROP_AT_MS);
    setTimeout(change(RATE_PER_SECOND), delayMs + BACK_AT_MS);
  }
}

function poissonMs(): number {
  return (-Math.log(1 - Math.random()) * 1000) / FOREIGN_PER_SECOND;
}

function isCounted(one: RunningCase, startAtMs: number): boolean {
  const sinceMs = Date.now() - startAtMs;
  return sinceMs >= 0 && sinceMs < one.spec.seconds * 1000;
}

function serve(
  socket: Socket,
  cases: ReadonlyMap<string, RunningCase>,
  startAtMs: () => number,
): void {
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  createInterface({ input: socket }).on('line', (line) => {
    const call = JSON.parse(line) as CallLine;
    const one = cases.get(call.case);
    if (one === undefined) return;
    setTimeout(() => {
      const answer = decide(one, call, startAtMs() + one.spec.delayMs);
      setTimeout(() => socket.write(`${JSON.stringify(answer)}\n`), jitterMs());
    }, jitterMs());
  });
}

function jitterMs(): number {
  return JITTER_MIN_MS + Math.random() * WAY;
}

let sequence = 0;

function decide(one: RunningCase, call: CallLine, startAtMs: number): object {
  const atMs = Date.now() + one.spec.offsetMs;
  const verdict = one.gate.take(atMs);
  if (isCounted(one, startAtMs)) {
    const sinceMs = Date.now() - startAtMs;
    if (verdict.isPassed) {
      one.passed += 1;
      one.passedAtMs.push(sinceMs);
    } else {
      one.refused += 1;
      one.refusedAtMs.push(sinceMs);
    }
  }
  if (verdict.isPassed) {
    if (one.passedCalls.has(call.call)) one.sentTwice += 1;
    one.passedCalls.add(call.call);
  }
  sequence += 1;
  return {
    n: call.n,
    status: verdict.isPassed ? 200 : 429,
    headers: {
      'gncp-gw-ratelimit-replenish-rate': String(one.ratePerSecond),
      'gncp-gw-ratelimit-burst-capacity': String(2 * one.ratePerSecond),
      'gncp-gw-ratelimit-remaining': String(verdict.remaining),
      'gncp-gw-trace-id': `bench^${Math.floor(atMs)}^${sequence}`,
    },
  };
}

function statsOf(one: RunningCase, startAtMs: number): GatewayStats {
  const { passed, refused, foreignPassed, foreignRefused, sentTwice } = one;
  const { passedAtMs, refusedAtMs } = one;
  return {
    id: one.spec.id,
    startedAtMs: startAtMs + one.spec.delayMs + one.spec.offsetMs,
    passed,
    refused,
    foreignPassed,
    foreignRefused,
    sentTwice,
    passedAtMs,
    refusedAtMs,
  };
}
