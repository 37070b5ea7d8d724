import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { menu, startPasted } from '../steps';

test('after a power cut in the middle of the work every item is where it was and ends once', async ({
  app,
}) => {
  const itemNos = sampleItemNos(4);
  await startPasted(app.page, itemNos);
  await expect(app.page.getByText('새로 등록 4개')).toBeVisible();
  await app.kill();
  await app.restart();

  await menu(app.page, '등록 대기열').click();
  for (const itemNo of itemNos) {
    await expect(app.page.getByRole('row').filter({ hasText: itemNo })).toHaveCount(1);
  }
  const rows = app.page.getByRole('row').filter({ hasText: /완료|확인 필요/ });
  await expect(rows).toHaveCount(4, { timeout: 30_000 });
});
