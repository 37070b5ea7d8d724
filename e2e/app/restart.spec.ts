import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';

test('after a power cut in the middle of the work every item is where it was and ends once', async ({
  app,
}) => {
  const itemNos = sampleItemNos(4);
  await app.page.getByRole('link', { name: '가져오기' }).click();
  await app.page.getByLabel(/붙여넣으세요/).fill(itemNos.join('\n'));
  await app.page.getByRole('button', { name: '목록 확인' }).click();
  await app.page.getByRole('button', { name: '4개 등록 시작' }).click();
  await expect(app.page.getByText('새로 등록 4개')).toBeVisible();
  await app.kill();
  await app.restart();

  await app.page.getByRole('link', { name: '등록 대기열' }).click();
  for (const itemNo of itemNos) {
    await expect(app.page.getByRole('row').filter({ hasText: itemNo })).toHaveCount(1);
  }
  const rows = app.page.getByRole('row').filter({ hasText: /완료|확인 필요/ });
  await expect(rows).toHaveCount(4, { timeout: 30_000 });
});

test('what the seller chose is still there after the app was closed and opened', async ({
  app,
}) => {
  await app.page.getByRole('link', { name: '설정' }).click();
  await app.page.getByText('English', { exact: true }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await app.restart();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});
