import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { followPasted } from '../steps';

test('a list is followed to its end, taken back as a whole, and registered again', async ({
  app,
}) => {
  const { page } = app;
  const numbers = sampleItemNos(3);
  await followPasted(page, numbers);
  const done = page.getByRole('row').filter({ hasText: '완료' });
  await expect(done).toHaveCount(3);
  const search = page.getByRole('searchbox', { name: '상품번호나 상품명' });
  await search.fill(numbers[1] ?? '');
  await expect(done).toHaveCount(1);
  await search.fill('그런 상품은 없음');
  await expect(page.getByText('‘그런 상품은 없음’에 맞는 작업이 없습니다.')).toBeVisible();
  await search.fill('');
  await expect(done).toHaveCount(3);

  await page.getByText('목록별', { exact: true }).click();
  const list = page.getByRole('list', { name: '목록별' }).getByRole('listitem');
  await expect(list.getByText('3개 중 3개 끝남')).toBeVisible();
  await list.getByRole('button', { name: '되돌리기' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: '되돌릴 상품' }).getByRole('listitem')).toHaveCount(
    3,
  );
  await dialog.getByText('삭제', { exact: true }).click();
  await dialog.getByRole('button', { name: '3개 삭제' }).click();
  await expect(page.getByText('되돌리기를 마쳤습니다: 3개 중 3개 삭제')).toBeVisible();
  await page.getByRole('button', { name: '되돌리는 상품 보기' }).click();
  const touched = page.getByRole('list', { name: '되돌리는 상품' });
  await expect(touched.getByText('삭제함')).toHaveCount(3);

  await list.getByRole('button', { name: '3개 재시도' }).click();
  await expect(list.getByText('3개 중 3개 끝남 · 완료 3')).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});
