import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { locateServer } from '@core/redis/locate-server';
import { startRedisSupervisor } from '@core/redis/supervisor';
import { type CaseResult, judge, redisCallsPerGrant, rounded, utilisation } from './limiter/bars';
import { runGateway } from './limiter/gateway';
import {
  type CaseSpec,
  type FromChild,
  type GatewayStats,
  type Place,
  type ToChild,
  WORKERS,
} from './limiter/protocol';
import { measureRaw, RAW_KINDS, type RawKind, type RawResult } from './limiter/raw';
import { runWorker } from './limiter/worker';

const DEFAULT_SECONDS = 40;
const LONGER_FACTOR = 2;
const START_AFTER_MS = 1500;
const CASE_DELAY_MS = 70;
const RAW_MS = 1500;
const RAW_ROUNDS = 5;
const OFFSETS_MS = [-400, 0, 400] as const;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function steadyCases(seconds: number): CaseSpec[] {
  const cases: CaseSpec[] = [];
  for (const offsetMs of OFFSETS_MS) {
    for (const model of ['A', 'B', 'S'] as const) {
      const add = (contender: CaseSpec['contender'], setting: CaseSpec['setting']): void => {
        const id = `steady-${contender}-${model}-${offsetMs}-${setting}`;
        cases.push({
          id,
          scenario: 'steady',
          contender,
          model,
          offsetMs,
          setting,
          seconds,
          delayMs: cases.length * CASE_DELAY_MS,
        });
      };
      for (const contender of ['ours-redis', 'ours-embedded'] as const) {
        add(contender, 'burst');
        if (model === 'S') add(contender, 'strict');
      }
      for (const contender of ['s1', 'bottleneck', 'flexible'] as const) add(contender, 'burst');
    }
  }
  return cases;
}

function behaviourCases(seconds: number): CaseSpec[] {
  const cases: CaseSpec[] = [];
  for (const offsetMs of OFFSETS_MS) {
    const add = (scenario: CaseSpec['scenario'], model: CaseSpec['model'], lasts: number): void => {
      const setting = model === 'S' ? 'strict' : 'burst';
      const id = `${scenario}-${model}-${offsetMs}`;
      cases.push({
        id,
        scenario,
        contender: 'ours-redis',
        model,
        offsetMs,
        setting,
        seconds: lasts,
        delayMs: cases.length * CASE_DELAY_MS,
      });
    };
    for (const model of ['A', 'B'] as const) {
      add('burst', model, 40);
      add('foreign', model, seconds * LONGER_FACTOR);
      add('drop', model, 40);
    }
    for (const model of ['A', 'B', 'S'] as const) {
      add('lanes', model, seconds * LONGER_FACTOR);
      add('sync-load', model, seconds);
    }
  }
  return cases;
}

/** Plays cases side by side in one gateway process and three worker processes. */
async function playCases(cases: readonly CaseSpec[], place: Place): Promise<CaseResult[]> {
  if (cases.length === 0) return [];
  const gateway = startRole('gateway');
  await tell(gateway, { kind: 'prepare', cases, place, worker: -1 }, 'ready');
  const workers = Array.from({ length: WORKERS }, () => startRole('worker'));
  await Promise.all(
    workers.map((child, worker) => tell(child, { kind: 'prepare', cases, place, worker }, 'ready')),
  );
  const startAtMs = Date.now() + START_AFTER_MS;
  for (const child of [gateway, ...workers])
    child.send({ kind: 'start', startAtMs } satisfies ToChild);
  const answers = await Promise.all(
    workers.map((child) => tell(child, { kind: 'collect' }, 'worker-stats')),
  );
  const seen = await tell(gateway, { kind: 'collect' }, 'gateway-stats');
  for (const child of [gateway, ...workers]) child.kill();
  const gatewayStats = new Map<string, GatewayStats>(seen.stats.map((one) => [one.id, one]));
  return cases.flatMap((spec) => {
    const stats = gatewayStats.get(spec.id);
    const mine = answers.flatMap((answer) => answer.stats.filter((one) => one.id === spec.id));
    return stats === undefined ? [] : [{ spec, gateway: stats, workers: mine }];
  });
}

function startRole(role: string, args: readonly string[] = []): ChildProcess {
  return fork(fileURLToPath(import.meta.url), ['--role', role, ...args], {
    stdio: ['ignore', 2, 2, 'ipc'],
  });
}

async function tell<Kind extends FromChild['kind']>(
  child: ChildProcess,
  message: ToChild,
  kind: Kind,
): Promise<Extract<FromChild, { kind: Kind }>> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a ${kind} role ended with ${String(code)}`);
  });
  const answered = new Promise<Extract<FromChild, { kind: Kind }>>((resolve) => {
    const listen = (answer: FromChild): void => {
      if (answer.kind !== kind) return;
      child.off('message', listen);
      resolve(answer as Extract<FromChild, { kind: Kind }>);
    };
    child.on('message', listen);
  });
  // Told only after listening, so that a quick answer is not missed.
  child.send(message);
  ended.catch(() => undefined);
  return Promise.race([answered, ended]);
}

async function playRaw(place: Place): Promise<Record<RawKind, RawResult>> {
  const seen: Record<RawKind, RawResult[]> = {
    'ours-redis': [],
    'flexible-redis': [],
    'bottleneck-redis': [],
    'ours-embedded': [],
    'flexible-memory': [],
    'bottleneck-local': [],
  };
  // By turns and in either order, so that what else the machine does meets all of them alike.
  for (let round = 0; round < RAW_ROUNDS; round += 1) {
    for (const kind of round % 2 === 0 ? RAW_KINDS : RAW_KINDS.toReversed()) {
      const child = startRole('raw', [kind, place.redisPath, place.redisPassword]);
      const [result] = (await once(child, 'message')) as [RawResult];
      seen[kind].push(result);
      await once(child, 'exit');
    }
  }
  const results = Object.fromEntries(
    RAW_KINDS.map((kind) => [kind, medianOf(seen[kind])]),
  ) as Record<RawKind, RawResult>;
  for (const kind of RAW_KINDS) {
    const { grantsPerSecond, cpuUsPerGrant } = results[kind];
    const grants = grantsPerSecond.toLocaleString('en-US');
    say(`  ${kind}: ${grants} grants/s, ${cpuUsPerGrant.toFixed(2)} µs of CPU each`);
  }
  return results;
}

/** Each figure's median over the rounds. */
function medianOf(rounds: readonly RawResult[]): RawResult {
  const middle = (of: (round: RawResult) => number): number => {
    const sorted = rounds.map(of).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    grantsPerSecond: middle((round) => round.grantsPerSecond),
    cpuUsPerGrant: middle((round) => round.cpuUsPerGrant),
    commandsPerGrant:
      rounds[0]?.commandsPerGrant === null ? null : middle((round) => round.commandsPerGrant ?? 0),
  };
}

function table(results: readonly CaseResult[]): object[] {
  return results.map((one) => ({
    case: one.spec.id,
    passed: one.gateway.passed,
    refused: one.gateway.refused,
    utilisation: rounded(utilisation(one)),
    ...(one.spec.scenario === 'burst'
      ? { burstMs: one.workers.flatMap((worker) => worker.burstMs.map(rounded)) }
      : {}),
    ...(one.gateway.foreignPassed > 0 ? { foreign: one.gateway.foreignPassed } : {}),
    ...(one.spec.contender === 'ours-redis'
      ? { redisCallsPerGrant: rounded(redisCallsPerGrant(one)) }
      : {}),
  }));
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--seconds');
  const seconds = at >= 0 ? Number(args[at + 1]) : DEFAULT_SECONDS;
  // While developing: only the cases whose name holds this text, and no verdict.
  const filter = args.includes('--filter') ? (args[args.indexOf('--filter') + 1] ?? '') : null;
  const chosen = (cases: readonly CaseSpec[]): readonly CaseSpec[] =>
    cases.filter((spec) => filter === null || spec.id.includes(filter));
  const folder = await mkdtemp(join(tmpdir(), 'storebridge-bench-'));
  const program = await locateServer({
    resourcesFolder: join(process.cwd(), 'resources'),
    searchPath: process.env.PATH ?? '',
    platform,
    arch,
  });
  if (program === null) throw new Error('no redis-server or valkey-server found');
  const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };
  const server = await startRedisSupervisor({ ...deps, program, runtimeFolder: folder });
  try {
    if (server.address.kind !== 'socket') throw new Error('the bench needs unix sockets');
    const place = (name: string): Place => ({
      gatewayPath: join(folder, `${name}.sock`),
      redisPath: server.address.kind === 'socket' ? server.address.path : '',
      redisPassword: server.address.password,
    });
    if (args.includes('--raw')) {
      process.stdout.write(`${JSON.stringify({ raw: await playRaw(place('raw')) })}\n`);
      return;
    }
    say(`Steady load, ${seconds} s, all contenders side by side …`);
    const steady = await playCases(chosen(steadyCases(seconds)), place('steady'));
    say(`Bursts, foreign calls, a dropping rate and lanes, ${seconds * LONGER_FACTOR} s …`);
    const behaviour = await playCases(chosen(behaviourCases(seconds)), place('behaviour'));
    if (filter !== null) {
      process.stdout.write(`${JSON.stringify({ cases: table([...steady, ...behaviour]) })}\n`);
      return;
    }
    say('Raw cost, one process at a time …');
    const raw = await playRaw(place('raw'));
    const results = [...steady, ...behaviour];
    const bars = judge(results, raw);
    for (const bar of bars)
      say(`${bar.holds ? 'holds' : 'FAILS'}  ${bar.name}: ${bar.value} (${bar.bound})`);
    const report = { bench: 'limiter', seconds, bars, cases: table(results), raw };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const [, , flag, role, ...rest] = process.argv;
if (flag === '--role' && role === 'gateway') runGateway();
else if (flag === '--role' && role === 'worker') runWorker();
else if (flag === '--role' && role === 'raw') {
  const [kind, redisPath, password] = rest;
  const found = RAW_KINDS.find((one) => one === kind);
  if (found === undefined || redisPath === undefined || password === undefined) process.exit(1);
  process.send?.(await measureRaw(found, RAW_MS, redisPath, password));
  process.disconnect();
  process.exit(0);
} else await main(process.argv.slice(2));
