import { expect, test } from '../fixtures';
import { dropFiles, go } from '../steps';

test('the list of keys opens over any screen and keeps the focus, and a file may land on the drop zone itself', async ({
  app,
}) => {
  const { page } = app;
  await go(page, '#/import');
  const keys = page.getByRole('dialog', { name: '키보드 단축키' });
  await page.keyboard.press('?');
  await expect(keys).toBeVisible();
  for (const key of ['Tab', 'Tab', 'Shift+Tab']) await page.keyboard.press(key);
  await expect(keys.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();

  await dropFiles(
    page,
    [{ name: '목록.csv', text: '63110007\n63110028' }],
    'text=TXT, CSV, XLSX 파일을 여기에',
  );
  await expect(page.getByText(/상품번호 2개를 찾았습니다/)).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});
