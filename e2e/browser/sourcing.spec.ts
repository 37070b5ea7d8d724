import { expect, test } from '../fixtures';
import { ask, askMarket, go } from '../steps';

/** Its practice supplier allows its pictures; found by 텀블러. */
const TUMBLER = '63110053';

test('a search is refused with words, looks for permitted pictures, is kept and taken back, and follows what is registered', async ({
  app,
}) => {
  const { page } = app;
  await go(page, '#/sourcing');
  const search = page.getByRole('button', { name: '검색', exact: true });
  await search.click();
  await expect(page.getByRole('alert')).toContainText('검색어, 공급사');
  await page.getByLabel('검색어').fill('텀블러');
  await page.getByLabel('최저 공급가(원)').fill('20,000');
  await page.getByLabel('최고 공급가(원)').fill('1000');
  await search.click();
  await expect(page.getByRole('alert')).toHaveText('최대가 최소보다 작습니다.');
  await page.getByLabel('최저 공급가(원)').fill('');
  await page.getByLabel('최고 공급가(원)').fill('');
  await search.click();
  const found = page.getByRole('heading', { level: 2, name: /^검색 결과/ });
  const every = Number(/\d+/.exec((await found.textContent()) ?? '')?.[0]);

  await askMarket(page, { command: 'setLicence', itemNo: Number(TUMBLER), isUsable: false });
  await page.getByText('상세 이미지 사용 허용만').click();
  await search.click();
  await expect(page.getByText(`${every}개 중 ${every}개 확인`)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /손잡이 이중진공/ })).toHaveCount(0);
  const permitted = Number(/\d+/.exec((await found.textContent()) ?? '')?.[0]);
  expect(permitted).toBeLessThan(every);
  expect(permitted).toBeGreaterThan(0);

  await page.getByRole('button', { name: '저장한 검색' }).click();
  await page.getByLabel('저장할 이름').fill('사진 되는 텀블러');
  await page.getByRole('button', { name: '이 검색 저장' }).click();
  await page.getByRole('button', { name: '저장한 검색' }).click();
  await page.getByRole('button', { name: '사진 되는 텀블러 지우기' }).click();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(page.getByRole('button', { name: '사진 되는 텀블러', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('article').first().getByRole('button').click();
  await page.getByRole('complementary').waitFor();
  const itemNo = new URL(page.url().replace('#/', '')).searchParams.get('item') ?? '';
  await ask(page, 'registration.enqueue', { itemNos: [itemNo], batchName: '하나' });
  await expect(page.getByRole('complementary').getByText('이미 등록됨')).toBeVisible();
  await expect(page.getByRole('article').first().getByText('이미 등록됨')).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});
