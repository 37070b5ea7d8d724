import { AppError } from '@shared/errors/app-error';
import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { Randomness } from '../platform/randomness';
import type { RedisConnection } from '../redis/connection';
import { redisScript } from '../redis/script';
import {
  APPLICATION_REST_MS,
  type BucketAnswer,
  type BucketBackend,
  type BucketQuestion,
} from './bucket-backend';
import bucketLua from './lua/bucket.lua?raw';
import type { Bucket } from './port';
import type { BucketDefaults } from './rate-limiter';
import { createServerClock } from './server-clock';

export interface RedisBackendDeps {
  readonly connection: RedisConnection;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly defaults: BucketDefaults;
  /** Rest after a quota refusal; default one hour. */
  readonly applicationRestMs?: number;
  /** First part of all keys; default `storebridge`. */
  readonly prefix?: string;
}

const PREFIX = 'storebridge';
/** Untouched for so long, nothing in a bucket's state matters any more. */
const STATE_KEPT_MS = 600_000;
/** A state seen within this time must still be there. */
const STATE_EXPECTED_MS = 540_000;
/** So long after the server's clock was set, calls from before cannot matter any more. */
const JUMP_MATTERS_MS = 2100;

const resyncSchema = z.object({ z: z.literal(1), t: z.number() });
const answerSchema = z.object({
  t: z.number(),
  n: z.string(),
  g: z.array(z.int().nonnegative()).length(6),
  i: z.number(),
  y: z.number(),
  u: z.number(),
  m: z.number(),
  q: z.number().positive(),
  b: z.number().positive(),
  c: z.number(),
  p: z.number(),
  v: z.number(),
  j: z.number(),
});
const replySchema = z.union([resyncSchema, answerSchema]);
type Answer = z.infer<typeof answerSchema>;

/**
 * Buckets in Redis, shared by all processes and PCs of an application: one script call per question,
 * on the server's clock. All keys of an application carry its hash tag and expire.
 * A question throws REDIS_* when the server does not answer, refuses or answers senselessly; what it
 * may have granted by then is lost, never used twice. A server that lost its memory or whose clock
 * was set grants nothing until earlier calls cannot matter.
 */
export function createRedisBackend(deps: RedisBackendDeps): BucketBackend {
  const { connection, clock } = deps;
  const script = redisScript(bucketLua);
  const prefix = deps.prefix ?? PREFIX;
  const server = createServerClock();
  const seen = new Map<string, { name: string; atMs: number }>();
  let knownConnection = 0;
  let reconnectedAtMs = Number.NEGATIVE_INFINITY;
  let jumpedAtMs = Number.NEGATIVE_INFINITY;

  /** A bucket not asked since the server's clock was set: what its state says happened when is not true. */
  const isHeld = (key: string, nowMs: number): boolean =>
    nowMs - jumpedAtMs < JUMP_MATTERS_MS &&
    (seen.get(key)?.atMs ?? Number.NEGATIVE_INFINITY) < jumpedAtMs;

  const noteConnection = (nowMs: number): void => {
    if (connection.connectCount === knownConnection) return;
    if (knownConnection > 0) {
      reconnectedAtMs = nowMs;
      server.reset();
    }
    knownConnection = connection.connectCount;
  };

  const askServerTime = async (): Promise<void> => {
    const sentMs = clock.monotonicMs();
    const serverMs = await connection.nowMs();
    server.learn({ serverMs, sentMs, receivedMs: clock.monotonicMs() });
  };

  const expectedName = (key: string, nowMs: number): string | undefined => {
    const known = seen.get(key);
    if (known !== undefined && nowMs - known.atMs < STATE_EXPECTED_MS) return known.name;
    // Never seen here, but since the connection was lost the server may have lost it too.
    return nowMs - reconnectedAtMs < STATE_EXPECTED_MS ? '?' : undefined;
  };

  const call = async (
    question: BucketQuestion,
    keys: readonly [string, string],
  ): Promise<z.infer<typeof replySchema> & { readonly receivedMs: number }> => {
    const sentMs = clock.monotonicMs();
    const knownOffsetMs = server.offsetMs();
    const offsetMs = knownOffsetMs ?? 0;
    const { timing } = question;
    const text = JSON.stringify({
      p: question.process,
      w: question.wants,
      ...(timing.offsetMs === null
        ? {}
        : { o: timing.offsetMs - offsetMs, os: timing.offsetSlackMs }),
      l1: timing.latencyMinMs,
      l2: timing.latencyMaxMs,
      wg: timing.windowGuardMs,
      sg: timing.slideGuardMs,
      h: question.horizonMs,
      ...(question.isStrict ? { s: true } : {}),
      ...(question.isReturning ? { r: true } : {}),
      ...(question.isLeaving ? { q: true } : {}),
      f: question.facts.map((fact) => ({
        ...(fact.ratePerSecond === null ? {} : { r: fact.ratePerSecond }),
        ...(fact.burst === null ? {} : { b: fact.burst }),
        ...(fact.remaining === null ? {} : { m: fact.remaining }),
        ...(fact.arrivedAtMs === null ? {} : { a: fact.arrivedAtMs + offsetMs }),
        h: fact.heardAtMs + offsetMs,
        ...(fact.outcome === 'refused' ? { x: true } : {}),
        c: fact.chance,
      })),
      ...(question.application === 'as-it-is' ? {} : { a: question.application }),
      n: deps.randomness.hex(6),
      d: deps.defaults.ratePerSecond,
      e: deps.defaults.burst,
      k: expectedName(keys[0], sentMs),
      ...(isHeld(keys[0], sentMs) ? { hold: true } : {}),
      ...(knownOffsetMs === null ? {} : { x: sentMs + offsetMs }),
      t1: STATE_KEPT_MS,
      t2: deps.applicationRestMs ?? APPLICATION_REST_MS,
    });
    const reply = await connection.run(script, keys, [text]);
    const receivedMs = clock.monotonicMs();
    return { ...parseReply(reply, connection.server), receivedMs };
  };

  const ask = async (question: BucketQuestion): Promise<BucketAnswer> => {
    noteConnection(clock.monotonicMs());
    // The first answer brings the server's time along; only what is told in its time needs it before.
    const needsTime = question.timing.offsetMs !== null || question.facts.length > 0;
    if (server.offsetMs() === null && needsTime) await askServerTime();
    const keys = keysOf(prefix, question.bucket);
    const sentMs = clock.monotonicMs();
    let reply = await call(question, keys);
    if ('z' in reply) {
      const exchange = { serverMs: reply.t, sentMs, receivedMs: reply.receivedMs };
      if (server.hasJumped(exchange)) jumpedAtMs = reply.receivedMs;
      server.reset();
      server.learn(exchange);
      reply = await call(question, keys);
      if ('z' in reply) {
        throw new AppError('REDIS_UNREACHABLE', { params: { server: connection.server } });
      }
    } else {
      server.learn({ serverMs: reply.t, sentMs, receivedMs: reply.receivedMs });
    }
    seen.set(keys[0], { name: reply.n, atMs: reply.receivedMs });
    return toAnswer(reply, server.offsetMs() ?? 0);
  };

  return {
    ask,
    leadMs: () => server.leadMs(),
    close: () => connection.close(),
  };
}

function toAnswer(reply: Answer, serverOffsetMs: number): BucketAnswer {
  const nowMs = reply.t - serverOffsetMs;
  return {
    granted: reply.g,
    sendAtMs: nowMs + reply.i,
    sendByMs: nowMs + reply.y,
    dueMs: nowMs + reply.u,
    remaining: reply.m,
    ratePerSecond: reply.q,
    burst: reply.b,
    hasCredit: reply.c >= 0,
    expectedRemaining: Math.max(0, reply.c),
    pausedUntilMs: reply.p > 0 ? nowMs + reply.p : null,
    stoppedForMs: reply.v,
  };
}

function parseReply(reply: unknown, server: string): z.infer<typeof replySchema> {
  try {
    return replySchema.parse(JSON.parse(String(reply)));
  } catch (fault) {
    throw new AppError('REDIS_GARBAGE', { params: { server }, cause: fault });
  }
}

/** Both keys share the application's hash tag, so that a cluster keeps them in one place. */
function keysOf(prefix: string, bucket: Bucket): readonly [string, string] {
  const tag = `${prefix}:limit:{${encodeURIComponent(bucket.application)}}`;
  return [`${tag}:api:${encodeURIComponent(bucket.api)}`, `${tag}:rest`];
}
