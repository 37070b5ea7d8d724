import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { go, startPasted } from '../steps';

const SCREENS = [
  '#/',
  '#/sourcing?keyword=텀블러',
  '#/import',
  '#/drafts',
  '#/queue',
  '#/watch',
  '#/notifications',
  '#/notifications/settings',
  '#/settings/general',
  '#/settings/keys',
  '#/settings/store',
  '#/settings/data',
  '#/settings/system',
  '#/settings/about',
];

/** Controls that stick out of the page or hide a part of their own words, with their words. */
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
  for (const screen of SCREENS) {
    await go(page, screen);
    await expect(page.locator('[role=status].animate-pulse')).toHaveCount(0);
    const cutOff = await page.evaluate<readonly string[]>(CUT_OFF);
    if (cutOff.length > 0) found[screen] = cutOff;
  }
  expect(found).toEqual({});
});
