import { AppError, toAppError } from '@shared/errors/app-error';
import type { ConnectionVerdict, Market } from '@shared/ipc/connection';
import type { DomeggookClient } from '../domeggook/port';
import type { NaverClient } from '../naver/port';
import type { Clock } from '../platform/clock';

/** How long a person waits for a verdict before the market counts as silent. */
const PATIENCE_MS = 20_000;
/** Within this a limit that forbids the call tells itself, instead of a market that seems silent. */
const PERMIT_PATIENCE_MS = 15_000;
/** Any word with a few thousand items; only whether an answer comes matters. */
const PROBE_KEYWORD = '양말';
const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/;

/** What a test asks the markets with: one cheap read each. */
export interface ProbeClients {
  readonly domeggook: Pick<DomeggookClient, 'searchItems'>;
  readonly naver: Pick<NaverClient, 'fetchAccount'>;
}

/** Clients that are open for tests alone. */
export interface ConnectionProbe extends ProbeClients {
  close(): Promise<void>;
}

/**
 * Asks `market` for the least that proves keys, address list, clock and network, and tells the
 * outcome as a value. Never throws for what a market or the network says.
 */
export async function testConnection(
  market: Market,
  clients: ProbeClients,
  clock: Clock,
): Promise<ConnectionVerdict> {
  const patience = new AbortController();
  const waiting = new AbortController();
  clock.sleep(PATIENCE_MS, waiting.signal).then(
    () => patience.abort(),
    () => undefined,
  );
  const options = {
    lane: 'normal',
    isInteractive: true,
    signal: patience.signal,
    deadlineAtMs: clock.nowMs() + PERMIT_PATIENCE_MS,
  } as const;
  try {
    if (market === 'domeggook') {
      await clients.domeggook.searchItems(
        { keyword: PROBE_KEYWORD, page: 1, pageSize: 1 },
        options,
      );
      return { kind: 'works', market, accountId: null, grade: null, checkedAtMs: clock.nowMs() };
    }
    const { accountId, grade } = await clients.naver.fetchAccount(options);
    return { kind: 'works', market, accountId, grade, checkedAtMs: clock.nowMs() };
  } catch (thrown) {
    const fault = patience.signal.aborted ? tooSlow(market) : toAppError(thrown);
    const { code, params } = fault;
    const outboundAddress = outboundAddressOf(fault);
    return { kind: 'fails', market, code, params, outboundAddress, checkedAtMs: clock.nowMs() };
  } finally {
    waiting.abort();
  }
}

/**
 * The address that the request came from, where the refusal names it. Naver's documented words do not
 * (naver-commerce-api.md 1.3, 2026-09), so null is the usual answer.
 */
export function outboundAddressOf({
  code,
  params,
}: Pick<AppError, 'code' | 'params'>): string | null {
  if (code !== 'NAVER_IP_NOT_ALLOWED' && code !== 'DOMEGGOOK_KEY_OR_IP_REFUSED') return null;
  return IPV4.exec(String(params.says ?? ''))?.[0] ?? null;
}

function tooSlow(market: Market): AppError {
  return new AppError('NETWORK_TIMEOUT', {
    params: {
      host: market === 'naver' ? 'api.commerce.naver.com' : 'domeggook.com',
      seconds: PATIENCE_MS / 1000,
    },
  });
}
