import { silentLogger } from '@core/platform/logger';
import { expect, it } from 'vitest';
import { createPathOpener } from './path-opener';

it.each([
  ['the system says no', async () => 'no program for folders', 'no program for folders'],
  ['Electron itself fails', () => Promise.reject(new Error('gone')), 'gone'],
])('tells path and problem when %s', async (_, openPath, problem) => {
  const open = createPathOpener({ openPath }, silentLogger);
  await expect(open('/data')).rejects.toMatchObject({
    code: 'SHELL_PATH_NOT_OPENED',
    params: { path: '/data', problem },
  });
});

it('is content with an empty answer', async () => {
  const opened: string[] = [];
  const openPath = async (path: string): Promise<string> => {
    opened.push(path);
    return '';
  };
  await createPathOpener({ openPath }, silentLogger)('/data');
  expect(opened).toEqual(['/data']);
});
