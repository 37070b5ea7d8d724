import { expect, test } from '../fixtures';

test('the page says so when the program is gone, and keeps what it shows', async ({ app }) => {
  await app.page.getByRole('link', { name: '설정' }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: '설정' })).toBeVisible();
  await app.kill();
  await expect(app.page.getByText(/연결이 끊어졌습니다/).first()).toBeVisible();
  await expect(app.page.getByRole('heading', { level: 1, name: '설정' })).toBeVisible();
});
