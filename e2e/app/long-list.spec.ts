import { expect, test } from '../fixtures';
import { ask, dropFiles, dropText, menu } from '../steps';

const LINES = 100_000;
/** Numbers that no market knows: what is taken in before the cancel costs no more than a look-up. */
const longList = Array.from({ length: LINES }, (_, index) => String(900_000_000 + index)).join(
  '\n',
);

test('text and several files dropped anywhere become lists of their own, and a long one can be followed and cancelled', async ({
  app,
}) => {
  const { page } = app;
  await dropText(page, '63110007\n63110028\n63110028');
  await expect(page.getByText('3줄에서 상품번호 2개를 찾았습니다.')).toBeVisible();
  await page.getByRole('button', { name: '비우기' }).click();

  await dropFiles(page, [
    { name: '봄.csv', text: '63110035\n63110042' },
    { name: '견적서.pdf', text: '%PDF-1.7\0' },
    { name: '여름.txt', text: longList },
  ]);
  await expect(page.getByText('견적서.pdf은(는) 글자로 된 목록이 아닙니다.')).toBeVisible();
  const spring = page.getByRole('region', { name: '봄.csv' });
  await expect(spring.getByRole('button', { name: '2개 등록 시작' })).toBeVisible();
  const summer = page.getByRole('region', { name: '여름.txt' });
  await summer.getByRole('button', { name: '100,000개 등록 시작' }).click();
  const progress = summer.getByRole('progressbar', { name: '대기열에 넣은 상품' });
  await expect(progress).toHaveAttribute('aria-valuetext', /^100,000개 중 [1-9]/);

  // The page is free meanwhile, and the progress is still there on return.
  await menu(page, '대기열').click();
  await expect(page.getByRole('heading', { level: 1, name: '대기열' })).toBeVisible();
  await menu(page, '가져오기').click();
  await expect(progress).toBeVisible();
  await summer.getByRole('button', { name: '가져오기 취소' }).click();
  await expect(summer.getByText('가져오기를 취소했습니다.')).toBeVisible();
  const { counts } = await ask<{ counts: Record<string, number> }>(
    page,
    'registration.getStatus',
    {},
  );
  expect(counts).toMatchObject({ queued: 0, fetching: 0 });
  expect(app.pageFaults).toEqual([]);
});
