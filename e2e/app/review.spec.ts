import { expect, test } from '../fixtures';
import { followPasted, startPasted } from '../steps';

/** Its category asks about certificates, and its supplier states none (sample list of the practice market). */
const ASKED_ABOUT_CERTIFICATES = '63110385';

test('a product that waits for a decision is decided in the editor and then registered', async ({
  app,
}) => {
  const { page } = app;
  await followPasted(page, [ASKED_ABOUT_CERTIFICATES]);
  const row = page.getByRole('row').filter({ hasText: ASKED_ABOUT_CERTIFICATES });
  await expect(row).toContainText('확인 필요', { timeout: 30_000 });

  const opener = row.getByRole('button').first();
  await opener.click();
  // By keyboard: the panel has focus at once, Escape closes it and goes back to its row.
  await expect(page.getByRole('complementary', { name: '작업 상세' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '초안 열기' }).click();
  await expect(page.getByRole('button', { name: '등록하기' })).toBeDisabled();
  await page.getByRole('button', { name: '인증 항목으로 이동' }).click();
  await page.getByText('인증 대상이 아님을 확인함', { exact: true }).click();
  await expect(page.getByText('모든 검사를 통과했습니다')).toBeVisible();
  await page.getByRole('button', { name: '등록하기' }).click();
  await expect(page.getByText('대기열에 넣었습니다.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: '대기열 보기' }).click();
  await expect(row).toContainText('완료', { timeout: 30_000 });
  expect(app.pageFaults).toEqual([]);
});

test('an unsaved price shows its profit at once, is saved by itself, and can be given back', async ({
  app,
}) => {
  const { page } = app;
  await startPasted(page, [ASKED_ABOUT_CERTIFICATES]);
  await page.getByRole('link', { name: '상품 초안' }).click();
  await page.getByRole('row').getByRole('link').first().click({ timeout: 30_000 });

  const price = page.getByLabel('판매가 (원)');
  const before = await price.inputValue();
  const terms = page.getByRole('region', { name: '가격', exact: true }).getByRole('definition');
  // 구매가 − 공급가 − 수수료 − 배송비 부담 = 순이익
  const profit = terms.nth(4);
  const profitBefore = await profit.textContent();
  await price.fill('90000');
  await price.press('Tab');
  await expect(profit).not.toHaveText(profitBefore ?? '');
  // Nothing is pressed: the editor saves by itself.
  await expect(page.getByText('저장했습니다.')).toBeVisible();
  await page.reload();
  await expect(price).toHaveValue('90,000');
  await page.getByRole('button', { name: '가격 공급사 값으로' }).click();
  await expect(price).toHaveValue(before);
  expect(app.pageFaults).toEqual([]);
});
