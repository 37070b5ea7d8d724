import { expect, test } from '../fixtures';

test('a seller searches the wholesaler, weighs an item, takes five as drafts and finds the search again', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: '상품 찾기' }).click();
  await expect(page.getByText('검색어나 카테고리로 시작해 보세요')).toBeVisible();
  const form = page.getByRole('form', { name: '상세 조건' });
  await form.getByLabel('검색어').fill('텀블러');
  await form.getByRole('button', { name: '검색' }).click();
  await expect(page.getByRole('heading', { name: /검색 결과 \d/ })).toBeVisible();

  const hits = page.getByRole('region', { name: '검색 결과' });
  const first = hits.getByRole('article').first();
  const title = await first.getByRole('button').textContent();
  await first.getByRole('button').click();
  const panel = page.getByRole('complementary', { name: '상품 정보' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title ?? '');
  await expect(panel.getByText('수량별 공급가')).toBeVisible();
  await panel.getByRole('button', { name: '닫기' }).click();

  await page.getByText('목록', { exact: true }).click();
  for (const at of [0, 1, 2, 3, 4]) {
    await hits
      .getByRole('row')
      .nth(at + 1)
      .getByText(/.*/)
      .first()
      .waitFor();
    await hits.getByRole('checkbox').nth(at).press('Space');
  }
  await expect(page.getByRole('region', { name: '5개 선택' })).toBeVisible();
  await page.getByRole('button', { name: '초안으로 담기' }).click();
  await expect(page.getByText('5개를 초안으로 담았습니다.')).toBeVisible();
  await expect(hits.getByText('초안 있음')).toHaveCount(5);

  await page.getByRole('button', { name: '저장한 검색' }).click();
  await page.getByLabel('저장할 이름').fill('여름 텀블러');
  await page.getByRole('button', { name: '이 검색 저장' }).click();
  await expect(page.getByLabel('저장할 이름')).toBeHidden();
  await form.getByRole('button', { name: '조건 비우기' }).click();
  await page.getByRole('button', { name: '저장한 검색' }).click();
  await page.getByRole('button', { name: '여름 텀블러', exact: true }).click();
  await expect(hits.getByText('초안 있음')).toHaveCount(5);
  await page.getByRole('button', { name: '초안 보기' }).click();
  await expect(page.getByRole('heading', { name: '상품 초안' })).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});
