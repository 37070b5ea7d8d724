import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';
import type { Shell } from './app';

/** An opened file is handed over once. */
export function createIntakeHandlers(
  storebridge: StoreBridge,
  { openedFiles }: Pick<Shell, 'openedFiles'>,
): Pick<Handlers, 'intake.readList' | 'intake.takeOpenedFile'> {
  return {
    'intake.readList': ({ bytes, fileName, column }) =>
      storebridge.intake.read(bytes, fileName, column),
    'intake.takeOpenedFile': async () => {
      const file = await openedFiles.take();
      return { file: file === null ? null : { ...file, bytes: new Uint8Array(file.bytes) } };
    },
  };
}
