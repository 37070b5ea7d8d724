import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { redisScript } from '../redis/script';
import { createFakeClock } from '../testing/fake-clock';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { BucketQuestion } from './bucket-backend';
import { createEmbeddedBackend } from './embedded-backend';
import bucketLua from './lua/bucket.lua?raw';

// The script with its clock in our hands: everything else is what ships.
const CLOCK = "redis.call('TIME')";
const script = redisScript(bucketLua.replace(CLOCK, '{ ARGV[2], ARGV[3] }'));
const EPOCH_S = 1_790_812_800;
/** As a process that has run for some hours: no window is number 0. */
const RUNNING_FOR_MS = 10_000_000;

let redis: LocalRedis;
beforeAll(async () => {
  redis = await startLocalRedis();
});
afterAll(async () => {
  await redis.stop();
});

interface Step {
  readonly waitMs: number;
  readonly process: string;
  readonly wants: readonly number[];
  readonly knowsClock: boolean;
  readonly offsetErrorMs: number;
  readonly offsetSlackMs: number;
  readonly isReturning: boolean;
  readonly fact: 'none' | 'passed' | 'refused';
  readonly remaining: number;
  readonly factAgeMs: number;
  readonly rate: number | null;
}

const wants = fc.oneof(
  { weight: 3, arbitrary: fc.constant([0, 0, 0, 0, 0, 3]) },
  { weight: 1, arbitrary: fc.constant([0, 0, 4, 0, 0, 0]) },
  {
    weight: 2,
    arbitrary: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
  },
);
const step: fc.Arbitrary<Step> = fc.record({
  waitMs: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 100, max: 1200 })),
  process: fc.constantFrom('p1', 'p2', 'p3'),
  wants,
  knowsClock: fc.boolean(),
  offsetErrorMs: fc.constantFrom(0, 0, 3, -7, 20, 400),
  offsetSlackMs: fc.constantFrom(0, 5, 30),
  isReturning: fc.boolean(),
  fact: fc.constantFrom('none', 'passed', 'passed', 'passed', 'refused'),
  remaining: fc.integer({ min: 0, max: 4 }),
  factAgeMs: fc.integer({ min: 1, max: 400 }),
  rate: fc.constantFrom(null, null, null, 1, 2, 5),
});

let run = 0;

it('answers every question as the embedded limiter does', async () => {
  expect(bucketLua).toContain(CLOCK);
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 60 }),
      fc.boolean(),
      fc.constantFrom(2, 2, 10, 100),
      async (steps, isStrict, rate) => {
        run += 1;
        const clock = createFakeClock();
        await clock.advance(RUNNING_FOR_MS);
        const defaults = { ratePerSecond: rate, burst: 2 * rate };
        const embedded = createEmbeddedBackend(clock, defaults);
        for (const { waitMs, ...one } of steps) {
          await clock.advance(waitMs);
          const nowMs = clock.monotonicMs();
          const question: BucketQuestion = {
            bucket: { application: 'app', api: 'GET /x' },
            process: one.process,
            wants: one.wants,
            timing: {
              offsetMs: one.knowsClock ? 250 + one.offsetErrorMs : null,
              offsetSlackMs: one.offsetSlackMs,
              latencyMinMs: one.knowsClock ? 5 : 0,
              latencyMaxMs: one.knowsClock ? 80 : 100,
              windowGuardMs: 60,
              slideGuardMs: one.knowsClock ? 5 : 0,
            },
            horizonMs: 45,
            isStrict,
            isReturning: one.isReturning,
            isLeaving: false,
            facts:
              one.fact === 'none'
                ? []
                : [
                    {
                      ratePerSecond: one.rate,
                      burst: one.rate === null ? null : 2 * one.rate,
                      remaining: one.fact === 'refused' ? 0 : one.remaining,
                      arrivedAtMs: one.knowsClock ? nowMs - one.factAgeMs : null,
                      heardAtMs: nowMs - one.factAgeMs / 2,
                      outcome: one.fact,
                      chance: 0.5,
                    },
                  ],
            application: 'as-it-is',
          };
          const expected = await embedded.ask(question);
          const reply = await askRedis(question, nowMs, rate, run);
          const rounded = (atMs: number): number => Math.round((atMs - nowMs) * 10) / 10;
          expect({
            granted: reply.g,
            send: Math.round(reply.i * 10) / 10,
            by: Math.round(reply.y * 10) / 10,
            due: Math.round(reply.u * 10) / 10,
            remaining: reply.m,
            rate: reply.q,
            burst: reply.b,
            paused: Math.round(reply.p * 10) / 10,
            expected: reply.c,
          }).toEqual({
            granted: expected.granted,
            send: rounded(expected.sendAtMs),
            by: rounded(expected.sendByMs),
            due: rounded(expected.dueMs),
            remaining: expected.remaining,
            rate: expected.ratePerSecond,
            burst: expected.burst,
            paused: expected.pausedUntilMs === null ? 0 : rounded(expected.pausedUntilMs),
            expected: expected.hasCredit ? expected.expectedRemaining : -1,
          });
        }
      },
    ),
    { numRuns: 150 },
  );
});

interface Reply extends Readonly<Record<'i' | 'y' | 'u' | 'm' | 'q' | 'b' | 'c' | 'p', number>> {
  readonly g: readonly number[];
}

/** The embedded limiter's monotonic clock starts at 0; Redis gets the same times after EPOCH_S. */
async function askRedis(
  question: BucketQuestion,
  nowMs: number,
  rate: number,
  key: number,
): Promise<Reply> {
  const startMs = EPOCH_S * 1000;
  const { timing } = question;
  const text = JSON.stringify({
    p: question.process,
    w: question.wants,
    ...(timing.offsetMs === null ? {} : { o: timing.offsetMs, os: timing.offsetSlackMs }),
    l1: timing.latencyMinMs,
    l2: timing.latencyMaxMs,
    wg: timing.windowGuardMs,
    sg: timing.slideGuardMs,
    h: question.horizonMs,
    s: question.isStrict,
    r: question.isReturning,
    f: question.facts.map((fact) => ({
      r: fact.ratePerSecond ?? undefined,
      b: fact.burst ?? undefined,
      m: fact.remaining ?? undefined,
      a: fact.arrivedAtMs === null ? undefined : fact.arrivedAtMs + startMs,
      h: fact.heardAtMs + startMs,
      x: fact.outcome === 'refused' || undefined,
      c: fact.chance,
    })),
    n: 'name',
    d: rate,
    e: 2 * rate,
    t1: 600_000,
    t2: 3_600_000,
  });
  const seconds = EPOCH_S + Math.floor(nowMs / 1000);
  const micros = Math.round((nowMs % 1000) * 1000);
  const reply = await redis.client.eval(
    script.text,
    2,
    `{app}:${key}`,
    '{app}:rest',
    text,
    seconds,
    micros,
  );
  return JSON.parse(String(reply)) as Reply;
}
