import { createFakeClock } from '@core/testing/fake-clock';
import type { UnsavedKind } from '@shared/ipc/shell';
import { expect, it } from 'vitest';
import { type CloseGuardDependencies, mayPageGo } from './close-guard';
import { createShellDesk } from './shell-desk';
import { shellWords } from './shell-words';
import type { Updates } from './updates';

function guarded(unsaved: readonly UnsavedKind[], response = 0, hasWindow = true) {
  const clock = createFakeClock();
  const asked: Electron.MessageBoxOptions[] = [];
  const desk = createShellDesk({
    openFolder: async () => undefined,
    updates: { subscribe: () => () => undefined } as unknown as Updates,
    runtime: { electron: '1', chromium: '1' },
  });
  desk.reportUnsaved(unsaved, false);
  const going = mayPageGo({
    desk,
    dialog: {
      showMessageBox: async (_: unknown, box: Electron.MessageBoxOptions) => {
        asked.push(box);
        return { response, checkboxChecked: false };
      },
    } as CloseGuardDependencies['dialog'],
    window: () => (hasWindow ? ({} as Electron.BrowserWindow) : null),
    words: () => shellWords.ko.unsaved,
    clock,
  });
  return { clock, desk, asked, going };
}

it('lets the app go at once without a window', async () => {
  const { going, desk, asked } = guarded([], 0, false);
  expect([await going, desk.takeCommands(), asked]).toEqual([true, [], []]);
});

it('asks the page even when nothing was reported: the last keystroke may be on its way', async () => {
  const { going, desk, asked, clock } = guarded([]);
  expect(desk.takeCommands()).toEqual([{ kind: 'save-unsaved' }]);
  desk.reportUnsaved(['draft'], false);
  await clock.advance(1_500);
  desk.reportUnsaved([], true);
  expect([await going, asked, clock.sleeperCount()]).toEqual([true, [], 0]);
});

it('does not wait long for a page that holds nothing and does not answer', async () => {
  const { going, asked, clock } = guarded([]);
  await clock.advance(1_000);
  expect([await going, asked]).toEqual([true, []]);
});

it.each([
  [0, false],
  [1, true],
])('asks about what is left, naming it; button %i means %s', async (response, mayGo) => {
  const { going, desk, asked, clock } = guarded(['draft', 'options'], response);
  await clock.advance(100);
  desk.reportUnsaved(['options'], true);
  expect(await going).toBe(mayGo);
  expect(asked).toMatchObject([{ message: '저장하지 않은 내용이 있습니다.', cancelId: 0 }]);
  expect(asked[0]?.detail).toContain('• 옵션 편집 내용');
  expect(asked[0]?.detail).not.toContain('상품 초안');
});

it('asks after three seconds when the page does not come to an end', async () => {
  const { going, asked, clock } = guarded(['draft']);
  await clock.advance(2_999);
  expect(asked).toEqual([]);
  await clock.advance(1);
  expect([await going, asked.length]).toEqual([false, 1]);
});

it('goes on when the page went down while the question stood', async () => {
  const { going, desk, clock } = guarded(['options'], 0);
  await clock.advance(2_999);
  const answered = clock.advance(1);
  desk.pageLost();
  await answered;
  expect(await going).toBe(true);
});

it('does not wait for a page that went down', async () => {
  const { going, desk } = guarded(['options']);
  desk.pageLost();
  expect(await going).toBe(true);
});
