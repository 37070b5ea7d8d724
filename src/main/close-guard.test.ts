import { createFakeClock } from '@core/testing/fake-clock';
import type { UnsavedKind } from '@shared/ipc/shell';
import { expect, it } from 'vitest';
import { type CloseGuardDependencies, mayPageGo } from './close-guard';
import { createShellDesk } from './shell-desk';
import { shellWords } from './shell-words';
import type { Updates } from './updates';

function guarded(unsaved: readonly UnsavedKind[], response = 0) {
  const clock = createFakeClock();
  const asked: Electron.MessageBoxOptions[] = [];
  const desk = createShellDesk({
    updates: { subscribe: () => () => undefined } as unknown as Updates,
    runtime: { electron: '1', chromium: '1' },
  });
  desk.reportUnsaved(unsaved);
  const going = mayPageGo({
    desk,
    dialog: {
      showMessageBox: async (box: unknown) => {
        asked.push(box as Electron.MessageBoxOptions);
        return { response, checkboxChecked: false };
      },
    } as CloseGuardDependencies['dialog'],
    window: () => null,
    words: () => shellWords.ko.unsaved,
    clock,
  });
  return { clock, desk, asked, going };
}

it('lets a page go at once that holds nothing', async () => {
  const { going, desk, asked } = guarded([]);
  expect([await going, desk.takeCommands(), asked]).toEqual([true, [], []]);
});

it('has the page save by itself and asks nothing when that was all', async () => {
  const { going, desk, asked, clock } = guarded(['draft']);
  expect(desk.takeCommands()).toEqual([{ kind: 'save-unsaved' }]);
  await clock.advance(200);
  desk.reportUnsaved([]);
  expect([await going, asked, clock.sleeperCount()]).toEqual([true, [], 0]);
});

it.each([
  [0, false],
  [1, true],
])('asks about what is left, naming it; button %i means %s', async (response, mayGo) => {
  const { going, desk, asked, clock } = guarded(['draft', 'options'], response);
  await clock.advance(100);
  desk.reportUnsaved(['options']);
  await clock.advance(3_000);
  expect(await going).toBe(mayGo);
  expect(asked).toMatchObject([{ message: '저장하지 않은 내용이 있습니다.', cancelId: 0 }]);
  expect(asked[0]?.detail).toContain('• 옵션 편집 내용');
  expect(asked[0]?.detail).not.toContain('상품 초안');
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
