import { expect, it } from 'vitest';
import { shellWords } from './shell-words';
import { closeWindow, type WindowClosingDependencies } from './window-closing';

type Window = Parameters<typeof closeWindow>[0];

async function closing(
  changes: Partial<WindowClosingDependencies> & { readonly response?: number },
): Promise<readonly string[]> {
  const said: string[] = [];
  const window = { hide: () => said.push('hide'), destroy: () => said.push('destroy') };
  await closeWindow(window as unknown as Window, {
    platform: 'win32',
    dialog: {
      showMessageBox: async () => {
        said.push('ask');
        return { response: changes.response ?? 2, checkboxChecked: false };
      },
    } as WindowClosingDependencies['dialog'],
    words: () => shellWords.ko.closing,
    hasWork: () => true,
    whenClosed: () => 'ask',
    remember: (choice) => said.push(`remember ${choice}`),
    mayPageGo: async () => true,
    quit: () => said.push('quit'),
    ...changes,
  });
  return said;
}

it.each([
  ['ends the app when there is no work', { hasWork: () => false }, ['quit']],
  ['stays in the tray when the seller says so', { response: 0 }, ['ask', 'remember stay', 'hide']],
  ['ends when the seller says so', { response: 1 }, ['ask', 'remember quit', 'quit']],
  ['does nothing when the seller thinks again', { response: 2 }, ['ask']],
  ['does not ask twice', { whenClosed: () => 'stay' as const }, ['hide']],
  ['ends unasked when that was chosen', { whenClosed: () => 'quit' as const }, ['quit']],
  ['closes only the window on a Mac', { platform: 'darwin' as const }, ['destroy']],
  [
    'keeps the window on a Mac while the seller wants to save',
    { platform: 'darwin' as const, mayPageGo: async () => false },
    [],
  ],
])('%s', async (_, changes, said) => {
  expect(await closing(changes)).toEqual(said);
});
