import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Lane } from '@core/limiter/port';
import { type Asker, openAsker } from './contenders';
import type { AnswerLine, CaseSpec, FromChild, ToChild, WorkerStats } from './protocol';

/** Callers per worker under full load. */
const CALLERS = 4;
/** Sync calls per worker: so rare that what is measured is the wait behind batch, not behind each other. */
const SYNC_PER_SECOND = 0.06;
/** A caller that has not passed by then, after the end, is given up. */
const DRAIN_MS = 6000;

interface Gateway {
  call(caseId: string, call: string): Promise<AnswerLine>;
}

interface RunningCase {
  readonly spec: CaseSpec;
  readonly asker: Asker;
  granted: number;
  /** Counted when the load ends: what callers do to leave is no part of a grant. */
  redisCommands: number | null;
  batchGranted: number;
  lost: number;
  readonly syncWaitsMs: number[];
  readonly burstMs: number[];
}

/** A worker's process: its share of the callers of every case. */
export function runWorker(): void {
  const send = (message: FromChild): void => {
    process.send?.(message);
  };
  let cases: readonly RunningCase[] = [];
  let gateway: Gateway | null = null;
  let worker = 0;
  let running: Promise<unknown> = Promise.resolve();

  const prepare = async (message: Extract<ToChild, { kind: 'prepare' }>): Promise<void> => {
    worker = message.worker;
    gateway = await openGateway(message.place.gatewayPath);
    // One embedded limiter is one process: the other workers stay away from those cases.
    const mine = message.cases.filter((spec) => spec.contender !== 'ours-embedded' || worker === 0);
    cases = await Promise.all(
      mine.map(async (spec) => ({
        spec,
        asker: await openAsker(spec, message.place),
        granted: 0,
        redisCommands: null,
        batchGranted: 0,
        lost: 0,
        syncWaitsMs: [],
        burstMs: [],
      })),
    );
    send({ kind: 'ready' });
  };

  process.on('message', (message: ToChild) => {
    if (message.kind === 'prepare') {
      prepare(message).catch((fault: unknown) => {
        console.error(fault);
        process.exit(1);
      });
    } else if (message.kind === 'start' && gateway !== null) {
      const open = gateway;
      running = Promise.all(
        cases.map((one) => play(one, open, worker, message.startAtMs + one.spec.delayMs)),
      );
    } else {
      running.then(
        () => send({ kind: 'worker-stats', stats: cases.map(statsOf) }),
        (fault: unknown) => {
          console.error(fault);
          process.exit(1);
        },
      );
    }
  });
}

function statsOf(one: RunningCase): WorkerStats {
  const { granted, batchGranted, syncWaitsMs, burstMs, lost } = one;
  return {
    id: one.spec.id,
    granted,
    redisCommands: one.redisCommands ?? one.asker.redisCommands(),
    syncWaitsMs,
    batchGranted,
    burstMs,
    lost,
  };
}

const pause = (delayMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, delayMs)));

async function play(
  one: RunningCase,
  gateway: Gateway,
  worker: number,
  startAtMs: number,
): Promise<void> {
  const { spec } = one;
  const endAtMs = startAtMs + spec.seconds * 1000;
  await pause(startAtMs - Date.now());
  if (spec.scenario === 'burst') {
    await playBursts(one, gateway, worker, startAtMs);
  } else {
    const lane: Lane = spec.scenario === 'sync-load' ? 'sync' : 'batch';
    const load = loadUntil(
      one,
      gateway,
      lane,
      endAtMs,
      worker === 0 && spec.contender === 'ours-embedded' ? 3 * CALLERS : CALLERS,
    );
    const extra =
      spec.scenario === 'lanes'
        ? sprinkleSync(one, gateway, endAtMs)
        : spec.scenario === 'sync-load' && worker === 0
          ? loadUntil(one, gateway, 'batch', endAtMs, 1)
          : Promise.resolve();
    await Promise.all([load, extra]);
  }
  await one.asker.close();
}

/** Callers that call again as soon as their call has passed. */
async function loadUntil(
  one: RunningCase,
  gateway: Gateway,
  lane: Lane,
  endAtMs: number,
  callers: number,
): Promise<void> {
  const stop = new AbortController();
  const stopTimer = pause(endAtMs - Date.now()).then(() => {
    one.redisCommands = one.asker.redisCommands();
    stop.abort();
  });
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (Date.now() < endAtMs) await callOnce(one, gateway, lane, stop.signal, endAtMs);
    }),
  );
  await stopTimer;
}

let nextCall = 0;

/** One call, asked for and sent again until it passes. A call never sent when time is up is none. */
async function callOnce(
  one: RunningCase,
  gateway: Gateway,
  lane: Lane,
  signal: AbortSignal,
  endAtMs: number,
  isInteractive = false,
): Promise<void> {
  nextCall += 1;
  const call = `${process.pid}-${nextCall}`;
  for (let attempt = 0; ; attempt += 1) {
    // A call that was refused still has to pass when time is up: nothing may be lost.
    const isGranted =
      attempt === 0
        ? await Promise.race([one.asker.permit(lane, { isInteractive, signal }), ended(signal)])
        : await Promise.race([one.asker.permit(lane), pause(endAtMs + DRAIN_MS - Date.now())]);
    if (isGranted !== true) {
      if (attempt > 0) one.lost += 1;
      return;
    }
    one.granted += 1;
    if (lane === 'batch') one.batchGranted += 1;
    if (await exchange(one, gateway, call)) return;
  }
}

function ended(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(false);
    else signal.addEventListener('abort', () => resolve(false), { once: true });
  });
}

async function exchange(one: RunningCase, gateway: Gateway, call: string): Promise<boolean> {
  const sentAtMs = Date.now();
  const answer = await gateway.call(one.spec.id, call);
  one.asker.observe({
    status: answer.status,
    headers: answer.headers,
    ...(answer.status === 429 ? { errorCode: 'GW.RATE_LIMIT' } : {}),
    sentAtMs,
    receivedAtMs: Date.now(),
  });
  return answer.status === 200;
}

async function sprinkleSync(one: RunningCase, gateway: Gateway, endAtMs: number): Promise<void> {
  const stop = new AbortController();
  const calls: Promise<void>[] = [];
  for (;;) {
    await pause((-Math.log(1 - Math.random()) * 1000) / SYNC_PER_SECOND);
    if (Date.now() > endAtMs - 2000) break;
    calls.push(
      (async () => {
        const askedMs = performance.now();
        if (!(await one.asker.permit('sync', { signal: stop.signal }))) return;
        one.syncWaitsMs.push(performance.now() - askedMs);
        one.granted += 1;
        nextCall += 1;
        await exchange(one, gateway, `${process.pid}-${nextCall}`);
      })(),
    );
  }
  await Promise.all(calls);
}

/** Twice: idle, four calls of a person at once, then ten seconds of full load from everybody. */
async function playBursts(
  one: RunningCase,
  gateway: Gateway,
  worker: number,
  startAtMs: number,
): Promise<void> {
  const signal = new AbortController().signal;
  for (const roundAtMs of [0, 20_000]) {
    const at = (ms: number): Promise<void> => pause(startAtMs + roundAtMs + ms - Date.now());
    if (worker === 0) {
      if (roundAtMs === 0) await callOnce(one, gateway, 'normal', signal, Date.now() + 10_000);
      await at(4000 + Math.random() * 1000);
      const askedMs = performance.now();
      let lastMs = 0;
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          if (!(await one.asker.permit('normal', { isInteractive: true }))) return;
          lastMs = performance.now() - askedMs;
          one.granted += 1;
          nextCall += 1;
          await exchange(one, gateway, `${process.pid}-${nextCall}`);
        }),
      );
      one.burstMs.push(lastMs);
    }
    await at(5300);
    await loadUntil(one, gateway, 'batch', startAtMs + roundAtMs + 15_300, CALLERS);
  }
}

function openGateway(path: string): Promise<Gateway> {
  return new Promise((resolve, reject) => {
    const waiting = new Map<number, (answer: AnswerLine) => void>();
    let next = 0;
    const socket: Socket = connect(path, () => {
      socket.setNoDelay(true);
      resolve({
        call: (caseId, call) =>
          new Promise((settle) => {
            next += 1;
            waiting.set(next, settle);
            socket.write(`${JSON.stringify({ n: next, case: caseId, call })}\n`);
          }),
      });
    });
    socket.once('error', reject);
    createInterface({ input: socket }).on('line', (line) => {
      const answer = JSON.parse(line) as AnswerLine;
      waiting.get(answer.n)?.(answer);
      waiting.delete(answer.n);
    });
  });
}
