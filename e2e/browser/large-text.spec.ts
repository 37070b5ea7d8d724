import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { go, startPasted } from '../steps';

/** Each with its heading: the one before stands until the next has been fetched. */
const SCREENS = [
  ['#/', '오늘'],
  ['#/sourcing?keyword=텀블러', '상품 찾기'],
  ['#/sourcing?keyword=텀블러&item=63110053', '상품 찾기'],
  ['#/import', '상품번호 가져오기'],
  ['#/drafts', '상품 초안'],
  ['#/queue', '등록 대기열'],
  ['#/watch', '감시'],
  ['#/notifications', '알림'],
  ['#/notifications/settings', '알림 설정'],
  ['#/settings/general', '설정'],
  ['#/settings/keys', '설정'],
  ['#/settings/store', '설정'],
  ['#/settings/data', '설정'],
  ['#/settings/system', '설정'],
  ['#/settings/about', '설정'],
] as const;

/** Controls that stick out of the page, hide a part of their own words or stand letter below letter, with their words. */
const CUT_OFF = `(() => {
  const main = document.querySelector('main');
  const inScroller = (element) => {
    for (let at = element.parentElement; at !== null && at !== main; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const found = [...main.querySelectorAll('button, a, label, input, select, h1, h2, h3')]
    .filter((element) => element.checkVisibility() && !element.closest('.sr-only'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const isOut = box.width > 1 && box.right > innerWidth + 1 && !inScroller(element);
      // A field scrolls by itself when its text is longer.
      const isCut =
        element.tagName !== 'INPUT' &&
        element.scrollWidth > element.clientWidth + 2 &&
        /hidden|clip/.test(getComputedStyle(element).overflowX) &&
        getComputedStyle(element).textOverflow !== 'ellipsis' &&
        box.width > 1;
      return isOut || isCut;
    })
    .map((element) => element.outerHTML.slice(0, 140));
  const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement: element } = words.currentNode;
    if (data.trim().length < 4 || !element.checkVisibility() || element.closest('.sr-only, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const { width, height } = range.getBoundingClientRect();
    const sizePx = parseFloat(getComputedStyle(element).fontSize);
    if (width > 1 && width < 2.5 * sizePx && height > 3 * sizePx) found.push('letter below letter: ' + data);
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.push('the window scrolls sideways');
  if (main.scrollWidth > main.clientWidth + 1) found.push('the screen scrolls sideways');
  return found;
})()`;

test('text twice as large cuts nothing off and needs no scrolling to the side', async ({ app }) => {
  const { page } = app;
  await startPasted(page, sampleItemNos(8));
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  const found: Record<string, unknown> = {};
  for (const [screen, heading] of SCREENS) {
    await go(page, screen);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await expect(page.locator('[role=status].animate-pulse')).toHaveCount(0);
    const cutOff = await page.evaluate<readonly string[]>(CUT_OFF);
    if (cutOff.length > 0) found[screen] = cutOff;
  }
  expect(found).toEqual({});
});
