import { expect, it } from 'vitest';
import { redisFormOf, redisUrlOf } from './redis-form';

it.each([
  'redis://cache.example:6379',
  'rediss://seller:p%40ss%2Fword@10.0.0.2:6380',
  'redis://:***@cache.example:6379',
])('gives %s back as it was', (url) => {
  expect(redisUrlOf(redisFormOf(url))).toBe(url);
});

it('starts empty where no address is saved', () => {
  expect(redisFormOf('')).toMatchObject({ host: '', port: 6379, isEncrypted: false });
});
