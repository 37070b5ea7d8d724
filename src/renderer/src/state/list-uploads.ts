import { AppError, toAppError } from '@shared/errors/app-error';
import { listTooLarge } from '@shared/errors/list-too-large';
import { create } from 'zustand';
import type { IpcClient } from '../ipc/client';

/** A list that was dropped, chosen, opened or pasted, and is not in the core yet. */
export interface WaitingList {
  readonly id: string;
  readonly file: File;
  /** The column that the seller chose; null = the core finds it. */
  readonly column: string | null;
}

/** A file that never became a list, and why. */
export interface RefusedFile {
  readonly id: string;
  readonly fileName: string;
  readonly fault: AppError;
}

interface ListUploads {
  /** In the order they came; the first one is under way when `isBusy`. */
  readonly waiting: readonly WaitingList[];
  readonly refused: readonly RefusedFile[];
  readonly isBusy: boolean;
  /** Files whose list still needs an answer of the seller, by the list's id. */
  readonly unclear: ReadonlyMap<string, File>;
  add(files: readonly File[], column?: string | null): void;
  /** A file that cannot be had at all. */
  refuse(fileName: string, fault: AppError): void;
  /** Takes a file out that has not begun. */
  remove(id: string): void;
  dismiss(ids: readonly string[]): void;
  /** Hands the first waiting file to the core, unless one is on its way. */
  uploadNext(client: IpcClient): Promise<void>;
}

let fileCount = 0;

function nextId(): string {
  fileCount += 1;
  return `file-${fileCount}`;
}

/** Files on their way into the core, one after another, whatever screen is shown. */
export const useListUploads = create<ListUploads>()((set, get) => ({
  waiting: [],
  refused: [],
  isBusy: false,
  unclear: new Map(),
  add: (files, column = null) => {
    const added = files.map((file) => ({ id: nextId(), file, column }));
    set(({ waiting }) => ({ waiting: [...waiting, ...added] }));
  },
  refuse: (fileName, fault) =>
    set(({ refused }) => ({ refused: [...refused, { id: nextId(), fileName, fault }] })),
  remove: (id) => set(({ waiting }) => ({ waiting: waiting.filter((list) => list.id !== id) })),
  dismiss: (ids) =>
    set(({ refused, unclear }) => ({
      refused: refused.filter(({ id }) => !ids.includes(id)),
      unclear: new Map([...unclear].filter(([readingId]) => !ids.includes(readingId))),
    })),
  uploadNext: async (client) => {
    const [next] = get().waiting;
    if (next === undefined || get().isBusy) return;
    set({ isBusy: true });
    try {
      const { readingId, isUnclear } = await upload(client, next);
      if (isUnclear) {
        set(({ unclear }) => ({ unclear: new Map(unclear).set(readingId, next.file) }));
      }
    } catch (cause) {
      const refusal = { id: next.id, fileName: next.file.name, fault: toAppError(cause) };
      set(({ refused }) => ({ refused: [...refused, refusal] }));
    } finally {
      set(({ waiting }) => ({
        isBusy: false,
        waiting: waiting.filter(({ id }) => id !== next.id),
      }));
    }
  },
}));

async function upload(
  client: IpcClient,
  { file, column }: WaitingList,
): Promise<{ readonly readingId: string; readonly isUnclear: boolean }> {
  const tooLarge = listTooLarge(file.name, file.size);
  if (tooLarge !== null) throw tooLarge;
  const bytes = new Uint8Array(await contentOf(file));
  const { reading } = await client.request('intake.readList', {
    fileName: file.name,
    bytes,
    column,
  });
  const { state } = reading;
  const isUnclear = state.kind === 'refused' && state.code === 'INTAKE_COLUMN_UNCLEAR';
  return { readingId: reading.readingId, isUnclear };
}

/** A folder looks like a file until it is read, and a file may be gone by then. */
async function contentOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    throw new AppError('IPC_FILE_UNREADABLE', { params: { fileName: file.name }, cause });
  }
}
