import { AppError } from '@shared/errors/app-error';
import type { NaverClient } from '../../naver/port';

/** The campaign's marketplace as a child process reaches it. */
export interface RemoteMarket {
  ask(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Every call goes to the process that started this one. */
  readonly naver: NaverClient;
}

/** Throws what the real client would for a lost answer, a fault of the marketplace and a lost Redis. */
export function remoteMarket(where: {
  readonly port: number;
  readonly world: number;
  readonly deadlineMs: number;
  /** Called before a call leaves and after its answer came. */
  readonly onCall?: () => void;
}): RemoteMarket {
  const ask: RemoteMarket['ask'] = async (name, args) => {
    let response: Response;
    try {
      response = await fetch(`http://127.0.0.1:${where.port}/${where.world}/${name}`, {
        method: 'POST',
        body: JSON.stringify(args),
        signal: AbortSignal.timeout(where.deadlineMs),
      });
      if (response.ok) {
        const text = await response.text();
        return text === '' ? undefined : JSON.parse(text);
      }
    } catch (cause) {
      throw new AppError('NETWORK_RESET', { retry: { kind: 'look-up' }, cause });
    }
    if (response.status === 409)
      throw new AppError('REDIS_UNREACHABLE', { retry: { kind: 'now' } });
    throw new AppError('NAVER_UNAVAILABLE', {
      params: { status: response.status },
      retry: { kind: 'look-up' },
    });
  };
  const naver = new Proxy({} as NaverClient, {
    get:
      (_, name) =>
      async (...args: readonly unknown[]) => {
        where.onCall?.();
        // The last argument holds a signal, which means nothing over there.
        const answer = await ask(String(name), args.slice(0, -1));
        where.onCall?.();
        return answer;
      },
  });
  return { ask, naver };
}
