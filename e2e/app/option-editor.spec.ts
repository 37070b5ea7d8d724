import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

/** An item of the practice market with two dimensions in one text. */
const ITEM_NO = '63110007';

async function openOptions(page: Page, itemNo: string): Promise<void> {
  await page.getByRole('link', { name: '가져오기' }).click();
  await page.getByLabel(/붙여넣으세요/).fill(itemNo);
  await page.getByRole('button', { name: '목록 확인' }).click();
  await page.getByRole('button', { name: '1개 등록 시작' }).click();
  await page.getByRole('button', { name: '대기열 보기' }).click();
  await expect(page.getByRole('row').filter({ hasText: /완료|확인 필요|판매 불가/ })).toHaveCount(1);
  await page.evaluate((path) => {
    location.hash = path;
  }, `/drafts/${itemNo}/options`);
  await expect(page.getByRole('heading', { level: 1, name: '옵션 편집' })).toBeVisible();
}

test('options are read, renamed, repaired where Naver would refuse them, taken back and saved', async ({
  app,
}) => {
  const { page } = app;
  await openOptions(page, ITEM_NO);
});
