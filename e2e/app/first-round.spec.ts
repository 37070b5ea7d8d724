import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';

const [FIRST = '', SECOND = '', THIRD = ''] = sampleItemNos(3);

test('pasted item numbers are checked line by line, registered, and followed to the end', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: '가져오기' }).click();
  await page.getByLabel(/붙여넣으세요/).fill(`${FIRST}\n${SECOND}\n아무 말\n${THIRD}`);
  await page.getByRole('button', { name: '목록 확인' }).click();
  await expect(page.getByText('4줄에서 상품번호 3개를 찾았습니다.')).toBeVisible();
  await expect(page.getByRole('cell', { name: '아무 말', exact: true })).toBeVisible();

  await page.getByRole('button', { name: '3개 등록 시작' }).click();
  await expect(page.getByText('새로 등록 3개')).toBeVisible();
  await page.getByRole('button', { name: '대기열 보기' }).click();
  await expect(page.getByRole('row').filter({ hasText: SECOND })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '완료' })).toHaveCount(3);
  expect(app.pageFaults).toEqual([]);
});

test('language and theme change at once and stay after the page is loaded again', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: '설정' }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(app.pageFaults).toEqual([]);
});
