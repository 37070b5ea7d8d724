import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from '../ipc/use-client';

/** What the import screen gets from the address it was opened with. */
export interface ImportState {
  /** A list to read at once; a fault when it could not be had. */
  readonly file?: File;
  readonly fault?: unknown;
}

/** Brings a list that was opened with the desktop app to the import screen, wherever the person is. */
export function useOpenedFile(): void {
  const client = useClient();
  const navigate = useNavigate();
  useEffect(() => {
    const show = (state: ImportState): void => void navigate('/import', { state });
    const take = (): void => {
      client.request('intake.takeOpenedFile', {}).then(
        ({ file }) => {
          if (file === null) return;
          show({ file: new File([new Uint8Array(file.bytes)], file.fileName) });
        },
        (fault: unknown) => show({ fault }),
      );
    };
    take();
    return client.subscribe('intake.fileOpened', take);
  }, [client, navigate]);
}
