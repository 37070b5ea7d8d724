import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { go, startPasted } from '../steps';

test('one answer solves a reason for many drafts and is taken back, and the next draft is reviewed by keyboard', async ({
  app,
}) => {
  const { page } = app;
  await startPasted(page, sampleItemNos(30));
  await page.getByRole('link', { name: '상품 초안' }).click();
  const reasons = page.getByRole('listbox', { name: '사유별 보기' });
  const certificates = reasons.getByRole('option', { name: /인증/ }).first();
  await expect(certificates).toBeVisible({ timeout: 60_000 });
  await certificates.click();
  await page.getByRole('button', { name: '이 사유 모두 해결' }).click();

  await page.getByText('인증 대상이 아님을 확인함').click();
  await expect(page.getByRole('region', { name: '바뀔 초안' })).toContainText('인증');
  await page.getByText('등록 가능해진 상품은 대기열에서 이어서 진행').click();
  await page.getByRole('button', { name: /개에 적용$/ }).click();
  await expect(page.getByText(/개를 고쳤습니다/)).toBeVisible();
  // The way back is kept by the core: the page that made the change may be long gone.
  await page.reload();
  await go(page, '#/drafts/changes');
  const change = page.getByRole('listitem').filter({ hasText: '인증' }).first();
  await change.getByRole('button', { name: '되돌리기' }).click();
  await expect(change.getByText('되돌림')).toBeVisible();
  await page.getByRole('link', { name: '초안 목록' }).click();
  await certificates.click();

  await page.getByRole('button', { name: '키보드로 검토' }).click();
  await expect(page.getByText(/^1 \/ /)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '단축키' })).toContainText('다음 초안');
  await page.keyboard.press('Escape');
  const name = page.getByRole('article').getByRole('heading').first();
  const first = await name.textContent();
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first ?? '');
  expect(app.pageFaults).toEqual([]);
});
