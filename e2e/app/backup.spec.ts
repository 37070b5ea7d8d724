import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures';

test('a backup brings back a damaged database, and the seller is led to it', async ({
  app,
  dataFolder,
}) => {
  const openData = async (): Promise<void> => {
    await app.page.getByRole('link', { name: '설정' }).click();
    await app.page.getByRole('link', { name: '데이터와 백업' }).click();
  };
  await app.page.getByRole('link', { name: '설정' }).click();
  await app.page.getByText('밝게', { exact: true }).click();
  await openData();
  await expect(app.page.getByText('아직 백업이 없습니다')).toBeVisible();
  await app.page.getByRole('button', { name: '지금 백업' }).click();
  // Made for each page: another one is there after the restart.
  const row = () => app.page.getByRole('row').filter({ hasText: '직접' });
  await expect(row()).toBeVisible();

  await app.page.getByRole('link', { name: '일반' }).click();
  await app.page.getByText('어둡게', { exact: true }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openData();
  await row().getByRole('button', { name: /복원$/ }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: '복원' }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'light');

  await app.kill();
  const path = join(dataFolder, 'home', 'practice', 'storebridge.db');
  await writeFile(path, '손상된 파일 '.repeat(2000));
  await app.restart();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(
    'StoreBridge를 열지 못했습니다',
  );
  await app.page.getByRole('button', { name: '가장 최근 백업으로 복원' }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('오늘');
  await openData();
  await expect(row()).toBeVisible();
});
