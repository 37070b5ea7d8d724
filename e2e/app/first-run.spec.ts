import { expect, test } from '../fixtures';

test.use({ startsWithGuide: true });

test('a new seller is guided, can stop and go on, and is not asked again', async ({ app }) => {
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('StoreBridge 시작하기');
  await app.page.getByRole('button', { name: '다음' }).click();
  await expect(app.page.getByRole('radio', { name: /연습 마켓으로 시작/ })).toBeChecked();
  await app.page.getByRole('button', { name: '다음' }).click();
  await app.page.getByLabel('A/S 전화번호').fill('02-123-4567');
  await app.page.getByRole('button', { name: '다음' }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('가격 규칙');

  await app.restart();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('가격 규칙');
  await app.page.getByRole('button', { name: '다음' }).click();
  await app.page.getByRole('button', { name: '시작하기' }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('오늘');
  await app.page.reload();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('오늘');

  await app.page.getByRole('link', { name: '설정' }).click();
  await app.page.getByRole('button', { name: '시작 안내 다시 보기' }).click();
  await app.page.getByRole('button', { name: '건너뛰기' }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('오늘');
  expect(app.pageFaults).toEqual([]);
});
