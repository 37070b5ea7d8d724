import type { PracticeAnswer, PracticeOutcome, PracticeRequest } from './http';

/** What goes wrong on purpose. */
export type FaultKind =
  /** Answers `status` at once; the request has no effect. */
  | 'status'
  /** Closes the connection before the request has any effect. */
  | 'drop'
  /** The request takes effect, its answer never arrives. */
  | 'drop-after-commit'
  /** Answers late by `delayMs`. */
  | 'delay'
  /** An HTML page with status 200 instead of JSON; no effect. */
  | 'html'
  /** The request takes effect, the answer's body ends half way. */
  | 'truncated'
  /** 403 GW.IP_NOT_ALLOWED on everything but the token call. */
  | 'ip-refused';

/** A fault to play, and which calls it hits. */
export interface Fault {
  readonly server: 'domeggook' | 'naver';
  /** Part of the API's name (`getItemView`, `POST /v2/products`, `/img/`); absent = every call. */
  readonly api?: string;
  readonly kind: FaultKind;
  /** For `status`; default 500. */
  readonly status?: number;
  /** For `delay`; default 1,000. */
  readonly delayMs?: number;
  /** How many calls it hits; default 1, 0 = until cleared. */
  readonly count?: number;
  /** Lets this many matching calls pass first; default 0. */
  readonly afterN?: number;
}

interface ArmedFault {
  readonly fault: Fault;
  toPass: number;
  left: number;
}

/** The faults that wait for their calls. */
export interface FaultBoard {
  inject(fault: Fault): void;
  clear(): void;
  /** The fault that hits this call, counted as used; null for none. */
  take(server: Fault['server'], api: string): Fault | null;
}

/** A board without faults. */
export function createFaultBoard(): FaultBoard {
  let armed: ArmedFault[] = [];
  return {
    inject(fault) {
      const count = fault.count ?? 1;
      armed.push({
        fault,
        toPass: fault.afterN ?? 0,
        left: count === 0 ? Number.POSITIVE_INFINITY : count,
      });
    },
    clear() {
      armed = [];
    },
    take(server, api) {
      for (const entry of armed) {
        if (entry.fault.server !== server || !api.includes(entry.fault.api ?? '')) continue;
        if (entry.fault.kind === 'ip-refused' && api.includes('/v1/oauth2/token')) continue;
        if (entry.toPass > 0) {
          entry.toPass -= 1;
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) armed = armed.filter((other) => other !== entry);
        return entry.fault;
      }
      return null;
    },
  };
}

const MAINTENANCE_PAGE =
  '<!doctype html><html lang="ko"><head><title>점검 안내</title></head><body><h1>서비스 점검 중입니다</h1></body></html>';

/** A page in the place of JSON, as load balancers and maintenance send it. */
export function htmlPage(status: number): PracticeAnswer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: MAINTENANCE_PAGE,
  };
}

function halfOf(answer: PracticeAnswer): PracticeAnswer {
  const bytes = Buffer.from(answer.body);
  return { ...answer, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
}

/** The server behind the faults. */
export interface FaultTarget {
  handle(request: PracticeRequest): Promise<PracticeOutcome>;
  /** The server's own words for a status. */
  answerFor(status: number): PracticeAnswer;
  ipRefused(): PracticeAnswer;
  sleep(delayMs: number): Promise<void>;
}

/** Runs `request` with `fault` applied. The body is read before a drop, so that the sender sees a lost answer. */
export async function withFault(
  fault: Fault,
  request: PracticeRequest,
  target: FaultTarget,
): Promise<PracticeOutcome> {
  switch (fault.kind) {
    case 'status':
      await request.body();
      return target.answerFor(fault.status ?? 500);
    case 'drop':
      await request.body();
      return 'drop';
    case 'drop-after-commit':
      await target.handle(request);
      return 'drop';
    case 'delay':
      await target.sleep(fault.delayMs ?? 1000);
      return target.handle(request);
    case 'html':
      await request.body();
      return htmlPage(200);
    case 'truncated': {
      const outcome = await target.handle(request);
      return outcome === 'drop' ? outcome : halfOf(outcome);
    }
    case 'ip-refused':
      await request.body();
      return target.ipRefused();
  }
}
