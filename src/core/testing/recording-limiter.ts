import type {
  Bucket,
  CallBudget,
  ObservedResponse,
  PermitRequest,
  PermitResult,
  RateLimiter,
} from '../limiter/port';

export interface RecordingLimiter extends RateLimiter {
  readonly permits: readonly PermitRequest[];
  readonly observed: readonly { readonly bucket: Bucket; readonly response: ObservedResponse }[];
}

const GRANTED: PermitResult = { granted: true, remaining: 1, waitedMs: 0 };

/** A limiter that decides by `decide` (default: grants everything at once) and keeps what it was asked and told. */
export function createRecordingLimiter(
  decide: (request: PermitRequest) => PermitResult = () => GRANTED,
): RecordingLimiter {
  const permits: PermitRequest[] = [];
  const observed: { bucket: Bucket; response: ObservedResponse }[] = [];
  const ask = async (request: PermitRequest): Promise<PermitResult> => {
    permits.push(request);
    return decide(request);
  };
  return {
    permits,
    observed,
    acquire: ask,
    tryAcquire: ask,
    observe: (bucket, response) => {
      observed.push({ bucket, response });
    },
    remaining: async () => 1,
    snapshot: async () => [],
    close: async () => undefined,
  };
}

export interface RecordingBudget extends CallBudget {
  readonly spent: readonly Omit<PermitRequest, 'bucket'>[];
  readonly refusals: () => number;
}

/** As `createRecordingLimiter`, for the wholesaler's budget. */
export function createRecordingBudget(decide: () => PermitResult = () => GRANTED): RecordingBudget {
  const spent: Omit<PermitRequest, 'bucket'>[] = [];
  let refusals = 0;
  return {
    spent,
    refusals: () => refusals,
    spend: async (request) => {
      spent.push(request);
      return decide();
    },
    refused: () => {
      refusals += 1;
    },
    snapshot: () => ({
      perMinute: 180,
      perDay: 15_000,
      usedToday: spent.length,
      reservedForSync: 0,
      resetsAtMs: 0,
      silentUntilMs: null,
    }),
  };
}
