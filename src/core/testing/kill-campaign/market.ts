import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NaverClient } from '../../naver/port';
import type { Randomness } from '../../platform/randomness';
import { createFakeNaver, type FakeNaver } from '../fake-naver';

export const CALL_FAULTS = [
  'dropped before',
  'dropped after',
  '500',
  '503',
  '504 after',
  'timeout',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number] | 'redis away';

/** One store that outlives the processes that work on it. */
export interface CampaignWorld {
  readonly number: number;
  readonly naver: FakeNaver;
}

/** The marketplace of the campaign: stores in this process, called over HTTP by the children. */
export interface CampaignMarket {
  readonly port: number;
  /** How often each kind of fault was really done. */
  readonly faultsDone: Map<CallFault, number>;
  /** A new store; `rate` of its calls go wrong, decided by `chance`. */
  openWorld(rate: number, chance: Randomness): CampaignWorld;
  close(): Promise<void>;
}

interface Kept extends CampaignWorld {
  readonly rate: number;
  readonly chance: Randomness;
}

export async function startCampaignMarket(): Promise<CampaignMarket> {
  const worlds: Kept[] = [];
  const faultsDone = new Map<CallFault, number>();
  const note = (fault: CallFault): void => {
    faultsDone.set(fault, (faultsDone.get(fault) ?? 0) + 1);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, worldNumber = '', name = ''] = (request.url ?? '').split('/');
    const world = worlds[Number(worldNumber)];
    const args = await readArgs(request);
    if (world === undefined) return end(response, 404);
    const isBad = world.chance.fraction() < world.rate;
    const kinds = CALL_FAULTS;
    const fault = isBad ? kinds[Math.floor(world.chance.fraction() * kinds.length)] : undefined;
    if (name === 'claim') {
      if (fault === undefined) return end(response, 200);
      note('redis away');
      return end(response, 409);
    }
    if (fault !== undefined) note(fault);
    if (fault === 'dropped before') return void request.socket.destroy();
    if (fault === '500' || fault === '503') return end(response, Number(fault));
    const call = world.naver[name as keyof NaverClient] as (
      ...given: readonly unknown[]
    ) => Promise<unknown>;
    const result = await call(...args, { lane: 'batch' });
    if (fault === 'dropped after') return void request.socket.destroy();
    if (fault === '504 after') return end(response, 504);
    // Never answered: the child gives up by itself.
    if (fault === 'timeout') return;
    response.end(result === undefined ? '' : JSON.stringify(result));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    faultsDone,
    openWorld: (rate, chance) => {
      const world = { number: worlds.length, naver: createFakeNaver(), rate, chance };
      worlds.push(world);
      return world;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}

async function readArgs(request: IncomingMessage): Promise<readonly unknown[]> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text === '' ? '[]' : text) as readonly unknown[];
}
