import type { Page } from '@playwright/test';
import { Redis } from 'ioredis';
import { expect, test } from '../fixtures';
import { freePort, hasRedis, type OwnRedis, startOwnRedis } from '../own-redis';
import { ask, menu } from '../steps';

/** Made up; with signs that an address has to escape. */
const PASSWORD = 'p@ss/word:1';
const REFUSED = 'Redis 서버가 비밀번호를 거절했습니다';
const AWAY = 'Redis 서버에 연결할 수 없습니다';

let server: OwnRedis;

test.beforeEach(async () => {
  test.skip(!hasRedis(), 'redis-server is not on this computer');
  server = await startOwnRedis(PASSWORD);
});
test.afterEach(async () => {
  await server?.stop();
});

test('a shared Redis is tried before it is used, keeps its password to itself, and its absence is told until it is back', async ({
  app,
}) => {
  const { page } = app;
  const card = await openServers(page);
  const alert = card.getByRole('alert');
  await card.getByText('공유 서버', { exact: true }).click();
  await card.getByLabel('서버 주소').fill('127.0.0.1');
  const port = card.getByLabel('포트');
  const password = card.getByLabel(/^비밀번호/);
  const testButton = card.getByRole('button', { name: '연결 확인' });
  const saveButton = card.getByRole('button', { name: '저장하고 적용' });

  await port.fill(String(await freePort()));
  await testButton.click();
  await expect(alert).toContainText(AWAY);
  await port.fill(String(server.port));
  await expect(alert).toHaveCount(0);
  await password.fill('wrong');
  // Saving tries the server too: nothing goes out while it is away.
  await saveButton.click();
  await expect(alert).toContainText(REFUSED);
  expect(await savedUrl(page)).toBe('');

  await password.fill(PASSWORD);
  await testButton.click();
  await expect(card.getByRole('status')).toContainText('연결했습니다');
  await saveButton.click();
  await expect(card.getByText('공유 서버 사용 중')).toBeVisible();
  await expect(card.getByText('저장된 비밀번호를 그대로 씁니다.')).toBeVisible();
  await expect(password).toHaveAttribute('type', 'password');
  await expect(password).toHaveValue('***');
  expect(await savedUrl(page)).toBe(`redis://:***@127.0.0.1:${server.port}`);
  expect(await page.content()).not.toContain(encodeURIComponent(PASSWORD));
  // The page has dots only; what is saved behind them is what is tried.
  await testButton.click();
  await expect(card.getByRole('status')).toContainText('연결했습니다');

  const client = new Redis({ port: server.port, password: PASSWORD, retryStrategy: () => null });
  client.on('error', () => undefined);
  // The addresses on this page come from Naver, so a permit was asked for.
  await page.getByRole('link', { name: '스토어와 가격' }).click();
  await expect.poll(() => client.keys('storebridge:limit:*')).not.toEqual([]);
  client.disconnect();

  await server.end();
  await openServers(page);
  await expect(card.getByText('연결 안 됨 · 호출 대기 중')).toBeVisible();
  await expect(alert).toContainText(AWAY);
  await menu(page, '홈').click();
  await expect(page.getByRole('alert').filter({ hasText: AWAY })).toBeVisible();
  await server.begin();
  await expect(page.getByRole('alert').filter({ hasText: AWAY })).toHaveCount(0);
  expect(app.pageFaults).toEqual([]);
});

async function openServers(page: Page) {
  await page.getByRole('link', { name: '설정' }).click();
  await page.getByRole('link', { name: '서버와 지표' }).click();
  return page.getByRole('region', { name: 'Redis (호출 한도 관리)' });
}

async function savedUrl(page: Page): Promise<string> {
  return (await ask<{ redisUrl: string }>(page, 'settings.get', {})).redisUrl;
}
