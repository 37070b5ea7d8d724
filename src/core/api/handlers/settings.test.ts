import { expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock';
import { createFakeStoreBridge } from '../../testing/fake-storebridge';
import { createSettingsHandlers, withSavedPassword } from './settings';

const context = { senderId: 'test', isTrusted: true };
const REDIS_URL = 'redis://user:hunter2@cache.example:6379';

it('changes one field of a group and keeps its neighbours', async () => {
  const storebridge = createFakeStoreBridge({ clock: createFakeClock() });
  const handlers = createSettingsHandlers(storebridge);
  await handlers['settings.update']({ change: { pricing: { marginPercent: 33 } } }, context);
  await handlers['settings.update']({ change: { pricing: { minProfitKrw: 900 } } }, context);
  expect(storebridge.settings.get().pricing).toMatchObject({
    marginPercent: 33,
    minProfitKrw: 900,
    feePercent: 5.5,
  });
});

it('never shows the password of the Redis address, and does not save the mask over it', async () => {
  const storebridge = createFakeStoreBridge({ clock: createFakeClock() });
  storebridge.settings.update({ redisUrl: REDIS_URL });
  const handlers = createSettingsHandlers(storebridge);
  const shown = await handlers['settings.get']({}, context);
  expect(shown.redisUrl).toBe('redis://user:***@cache.example:6379');

  await handlers['settings.update'](
    { change: { redisUrl: shown.redisUrl, theme: 'dark' } },
    context,
  );
  expect(storebridge.settings.get()).toMatchObject({ redisUrl: REDIS_URL, theme: 'dark' });

  await handlers['settings.update']({ change: { redisUrl: '' } }, context);
  expect(storebridge.settings.get().redisUrl).toBe('');
});

it.each([
  ['redis://user:***@cache.example:6379', REDIS_URL],
  ['rediss://other:***@cache.example:6379', 'rediss://other:hunter2@cache.example:6379'],
  ['redis://user:***@elsewhere.example:6379', 'redis://user:***@elsewhere.example:6379'],
  ['redis://user:new@cache.example:6379', 'redis://user:new@cache.example:6379'],
  ['', ''],
])('reads %s beside a saved password as %s', (typed, expected) => {
  expect(withSavedPassword(typed, REDIS_URL)).toBe(expected);
});
