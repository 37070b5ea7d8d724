import { koreanTimestamp } from '../gateway/clock';
import { json, type PracticeAnswer } from '../gateway/http';

/** One entry of `invalidInputs`; the real server leaves out `name` or `type` at times. */
export interface InvalidInput {
  readonly name?: string;
  readonly type?: string;
  readonly message: string;
}

/** API-server error of naver-commerce-api.md 3.1: no trace id in the body. */
export function apiError(
  status: number,
  code: string,
  message: string,
  nowMs: number,
  invalidInputs?: readonly InvalidInput[],
): PracticeAnswer {
  return json(status, {
    code,
    message,
    ...(invalidInputs === undefined ? {} : { invalidInputs }),
    timestamp: koreanTimestamp(nowMs),
  });
}

/** A refusal of the input by the API server, with what is wrong with it. */
export function badRequest(
  message: string,
  nowMs: number,
  invalidInputs?: readonly InvalidInput[],
): PracticeAnswer {
  return apiError(400, 'BAD_REQUEST', message, nowMs, invalidInputs);
}

/** Naver's sentence over a list of wrong inputs. */
export const INVALID_DATA = '입력한 데이터가 유효하지 않습니다.';
/** Top-level message when the body is not JSON at all (3.4). */
export const NOT_JSON = '입력정보가 올바르지 않습니다.';

/** The API server's own 404, which is not the gateway's for an unknown path. */
export function notFound(what: string, nowMs: number): PracticeAnswer {
  return apiError(404, 'NOT_FOUND', `${what}을(를) 찾을 수 없습니다.`, nowMs);
}

const GATEWAY_TEXTS: Readonly<Record<string, string>> = {
  'GW.AUTHN': '요청을 보낼 권한이 없습니다.',
  'GW.IP_NOT_ALLOWED': '호출이 허용되지 않은 IP입니다.',
  'GW.NOT_FOUND': '요청하신 리소스를 찾을 수 없습니다.',
  'GW.RATE_LIMIT': '요청이 많아 서비스를 일시적으로 사용할 수 없습니다.',
  'GW.QUOTA_LIMIT': '할당된 시간당 요청량을 초과하였습니다.',
  'GW.INTERNAL_SERVER_ERROR': '작업 중 오류가 발생하였습니다.',
  'GW.PROXY.05': '작업 중 오류가 발생하였습니다.',
  'GW.BLOCK.01': '서비스를 일시적으로 사용할 수 없습니다.',
  'GW.BLOCK.02': '서비스를 일시적으로 사용할 수 없습니다.',
  'GW.TIMEOUT.01': '요청 대기 시간이 초과되었습니다.',
};

const GATEWAY_CODE_BY_STATUS: Readonly<Record<number, string>> = {
  401: 'GW.AUTHN',
  403: 'GW.IP_NOT_ALLOWED',
  404: 'GW.NOT_FOUND',
  429: 'GW.RATE_LIMIT',
  500: 'GW.INTERNAL_SERVER_ERROR',
  502: 'GW.PROXY.05',
  503: 'GW.BLOCK.01',
  504: 'GW.TIMEOUT.01',
};

/** Gateway error of 3.1 and 3.2: `{code, message, timestamp, traceId}`. */
export function gatewayError(
  status: number,
  code: string,
  nowMs: number,
  traceId: string,
  headers: Record<string, string> = {},
): PracticeAnswer {
  const message = GATEWAY_TEXTS[code] ?? '작업 중 오류가 발생하였습니다.';
  return json(status, { code, message, timestamp: koreanTimestamp(nowMs), traceId }, headers);
}

/**
 * The gateway's refusal in its own shape (naver-commerce-api.md 3.1): code from the status, trace
 * id in the body.
 */
export function gatewayErrorFor(status: number, nowMs: number, traceId: string): PracticeAnswer {
  const code = GATEWAY_CODE_BY_STATUS[status] ?? 'GW.INTERNAL_SERVER_ERROR';
  return gatewayError(status, code, nowMs, traceId);
}
