import { routes } from '@shared/ipc/registry';
import { expect, it } from 'vitest';
import type { NaverMasterData } from '../../naver/port';
import { createFakeClock } from '../../testing/fake-clock';
import { createFakeStoreBridge } from '../../testing/fake-storebridge';
import { createMarketplaceHandlers } from './marketplace';

const context = { senderId: 'test', isTrusted: true };

function handlersWith(masterData: Partial<NaverMasterData>) {
  return createMarketplaceHandlers({
    ...createFakeStoreBridge({ clock: createFakeClock() }),
    masterData: masterData as NaverMasterData,
  });
}

it('offers places of origin by name and by code', async () => {
  const handlers = handlersWith({
    originAreas: async () => [
      { code: '00', name: '국산' },
      { code: '0200037', name: '수입산:아시아>중국' },
    ],
  });
  const find = handlers['marketplace.findOrigins'];
  expect(await find({ text: '중국', limit: 30 }, context)).toEqual({
    origins: [{ code: '0200037', name: '수입산:아시아>중국' }],
  });
  expect(await find({ text: '00', limit: 30 }, context)).toMatchObject({
    origins: [{ code: '00' }],
  });
  expect((await find({ text: '', limit: 1 }, context)).origins).toHaveLength(1);
});

it('lists every kind of legal information as the contract says', async () => {
  const answer = await handlersWith({})['marketplace.listNoticeTypes']({}, context);
  expect(routes['marketplace.listNoticeTypes'].output.parse(answer).types).toHaveLength(36);
});
