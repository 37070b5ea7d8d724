import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';
import type { Shell } from './app';

/** An opened file is handed over once. */
export function createIntakeHandlers(
  { intake }: Pick<StoreBridge, 'intake'>,
  { openedFiles }: Pick<Shell, 'openedFiles'>,
): Pick<Handlers, Extract<keyof Handlers, `intake.${string}`>> {
  return {
    'intake.readList': async ({ bytes, fileName, column }) => ({
      reading: await intake.read(bytes, fileName, column),
    }),
    'intake.listReadings': () => ({ readings: [...intake.list()] }),
    'intake.listLines': ({ readingId, group, offset, limit }) => {
      const { lines, total } = intake.lines(readingId, group, offset, limit);
      return { lines: [...lines], total };
    },
    'intake.takeIn': async ({ readingId, storeId }) => ({
      reading: await intake.takeIn(readingId, storeId),
    }),
    'intake.cancelReading': async ({ readingId }) => ({
      reading: await intake.cancel(readingId),
    }),
    'intake.forgetReadings': ({ readingIds }) => {
      intake.forget(readingIds);
      return {};
    },
    'intake.takeOpenedFile': async () => {
      const file = await openedFiles.take();
      return { file: file === null ? null : { ...file, bytes: new Uint8Array(file.bytes) } };
    },
  };
}
