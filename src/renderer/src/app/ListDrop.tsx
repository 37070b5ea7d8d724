import { toAppError } from '@shared/errors/app-error';
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useListReadings } from '../ipc/intake-queries';
import { useClient } from '../ipc/use-client';
import { useListUploads } from '../state/list-uploads';
import { useUnsaved } from '../state/unsaved';

/** An opened file that cannot be had: the ones behind it still can. */
const FILE_FAULTS: readonly string[] = ['INTAKE_TOO_LARGE', 'IPC_FILE_UNREADABLE'];

/**
 * Takes lists that are dropped anywhere on the window, or opened with the desktop app, to the import
 * screen, and hands them to the core one after another, whatever screen is shown meanwhile.
 */
export function ListDrop() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useClient();
  const { add, refuse, waiting, isBusy, uploadNext } = useListUploads();
  const readings = useListReadings();
  const [isOver, setIsOver] = useState(false);
  const textName = `${t('frame.droppedText')}.txt`;

  const isReading = readings.data?.some(({ state }) => state.kind === 'reading') ?? false;
  useUnsaved('import', waiting.length > 0 || isReading);
  useEffect(() => {
    if (waiting.length > 0 && !isBusy) void uploadNext(client);
  }, [waiting, isBusy, uploadNext, client]);

  useEffect(() => {
    const accept = (files: readonly File[]): void => {
      add(files);
      void navigate('/import');
    };
    const takeOpened = async (): Promise<void> => {
      for (;;) {
        try {
          const { file } = await client.request('intake.takeOpenedFile', {});
          if (file === null) return;
          accept([new File([new Uint8Array(file.bytes)], file.fileName)]);
        } catch (cause) {
          const fault = toAppError(cause);
          // Any other fault is of the way to the core, whose banner stands above every screen.
          if (!FILE_FAULTS.includes(fault.code)) return;
          const { file, fileName } = fault.params;
          refuse(String(fileName ?? file), fault);
          void navigate('/import');
        }
      }
    };
    void takeOpened();
    const stopHearing = client.subscribe('intake.fileOpened', () => void takeOpened());

    // What is dragged from one place of this page to another is no list: it goes where it is dropped.
    let isOwnDrag = false;
    const onStart = (): void => {
      isOwnDrag = true;
    };
    const onEnd = (): void => {
      isOwnDrag = false;
      setIsOver(false);
    };
    const isList = ({ dataTransfer }: DragEvent): boolean =>
      !isOwnDrag &&
      (dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false);
    const onOver = (event: DragEvent): void => {
      if (!isList(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!isList(event)) return;
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const text = event.dataTransfer?.getData('text/plain') ?? '';
      if (files.length > 0) accept(files);
      else if (text.trim() !== '') accept([new File([text], textName, { type: 'text/plain' })]);
    };
    const heard = {
      dragstart: onStart,
      dragend: onEnd,
      dragenter: onOver,
      dragover: onOver,
      dragleave: onLeave,
      drop: onDrop,
    } as const;
    // Before any part of the page: places that take drops of their own keep them to themselves.
    const way = { capture: true };
    for (const [name, hear] of Object.entries(heard)) {
      window.addEventListener(name, hear as EventListener, way);
    }
    return () => {
      stopHearing();
      for (const [name, hear] of Object.entries(heard)) {
        window.removeEventListener(name, hear as EventListener, way);
      }
    };
  }, [client, navigate, add, refuse, textName]);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-center justify-center bg-page/85 p-6">
      <div className="flex h-full w-full flex-col items-center justify-center gap-3 rounded-2xl border-2 border-accent border-dashed bg-accent-soft text-accent-text">
        <FileDown aria-hidden="true" size={44} />
        <p className="font-bold text-2xl">{t('frame.dropTitle')}</p>
        <p>{t('frame.dropHint')}</p>
      </div>
    </div>
  );
}
