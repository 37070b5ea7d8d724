import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { go, menu } from '../steps';
import { startMainProcess } from '../ways/main-process';
import { OUT } from '../ways/opened-app';

test('the page says so when the program is gone, keeps what is typed, and goes on when it is back', async ({
  app,
  dataFolder,
}) => {
  const { page } = app;
  await go(page, '#/import');
  const list = page.getByLabel(/붙여넣으세요/);
  await list.fill('63110007');
  await app.kill();
  await expect(page.getByText(/연결이 끊어졌습니다/)).toBeVisible();
  const script = join(OUT, 'main', 'cli.js');
  const { port } = new URL(page.url());
  const again = startMainProcess([script, 'serve', '--port', port], dataFolder, {});
  try {
    await again.orEnded(once(again.child.stdout ?? process.stdin, 'data'));
    await expect(page.getByText(/연결이 끊어졌습니다/)).toBeHidden();
    await expect(list).toHaveValue('63110007');
    await page.getByRole('button', { name: '목록 확인' }).click();
    await expect(page.getByText(/상품번호 1개를 찾았습니다/)).toBeVisible();
  } finally {
    await again.kill();
  }

  // A screen that was never opened cannot be fetched now; the menu stays, and the screen comes by itself.
  await menu(page, '알림').click();
  await expect(page.getByRole('alert')).toContainText('이 화면을 불러오지 못했습니다');
  await expect(menu(page, '가져오기')).toBeVisible();
  const last = startMainProcess([script, 'serve', '--port', port], dataFolder, {});
  try {
    await expect(page.getByRole('heading', { level: 1, name: '알림' })).toBeVisible();
  } finally {
    await last.kill();
  }
});
