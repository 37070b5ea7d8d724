import type { BatchId, ItemNo, StoreId } from '@shared/domain/ids';
import {
  type IntakeLine,
  type IntakeResult,
  type ListReading,
  type ListReadingState,
  type ListSummary,
  type VerdictCounts,
  verdictOf,
} from '@shared/domain/intake';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { RegistrationService } from '../registration/port';
import { createReadingCourse, type ReadingCourse } from './reading-course';

export interface ListReadingsDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Reads one list; rejects with INTAKE_* or with the reason of the course's signal. */
  read(
    bytes: Uint8Array,
    fileName: string,
    column: string | null,
    course: ReadingCourse,
  ): Promise<IntakeResult>;
  readonly registration: Pick<RegistrationService, 'enqueue' | 'findBatch' | 'withdrawBatch'>;
}

/** Lines to show: of one verdict, or all with those that need a look first. */
export type LineGroup = keyof VerdictCounts | 'all';

/**
 * The lists that were handed over, from file to queue, each with its progress and its way back. Kept
 * in memory only: nothing is written before a list is taken in, and then the queue has it.
 */
export interface ListReadings {
  /**
   * Reads a list; resolves when it is read, refused, or cancelled. Rejects with INTAKE_TOO_MANY_LISTS
   * when too much is held already.
   */
  read(bytes: Uint8Array, fileName: string, column: string | null): Promise<ListReading>;
  /** In the order they came. */
  list(): readonly ListReading[];
  /** Lines of a list that was read; none for another. */
  lines(
    readingId: string,
    group: LineGroup,
    offset: number,
    limit: number,
  ): { readonly lines: readonly IntakeLine[]; readonly total: number };
  /** Puts the numbers of a list that was read into the queue; resolves when all are in, or it was cancelled. */
  takeIn(readingId: string, storeId: StoreId): Promise<ListReading>;
  /** Ends reading or taking in; nothing half is left of it. Resolves when that is so. */
  cancel(readingId: string): Promise<ListReading>;
  /** Lets go of lists that nothing is under way for; unknown ones are gone already. */
  forget(readingIds: readonly string[]): void;
  subscribe(listener: () => void): () => void;
  /** Ends every reading. */
  stop(): void;
}

/** Lists held at once, and their lines together: some 100 MB at the very most. */
const MAX_LISTS = 100;
const MAX_LINES_HELD = 500_000;

interface HeldList {
  reading: ListReading;
  readonly ending: AbortController;
  /** Settles when reading, or taking in, is over. */
  work: Promise<unknown>;
  batchId: BatchId | null;
  itemNos: readonly ItemNo[];
  lines: Readonly<Record<LineGroup, readonly IntakeLine[]>>;
}

const NO_LINES = { all: [], taken: [], duplicate: [], malformed: [] };

export function createListReadings(deps: ListReadingsDeps): ListReadings {
  const { registration } = deps;
  const held = new Map<string, HeldList>();
  const listeners = new Set<() => void>();
  let listCount = 0;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const become = (list: HeldList, state: ListReadingState, summary?: ListSummary): ListReading => {
    list.reading = { ...list.reading, state, summary: summary ?? list.reading.summary };
    tell();
    return list.reading;
  };
  const heldList = (readingId: string): HeldList => {
    const list = held.get(readingId);
    if (list === undefined) throw new AppError('INTAKE_LIST_GONE');
    return list;
  };

  const readInto = async (
    list: HeldList,
    bytes: Uint8Array,
    column: string | null,
  ): Promise<ListReading> => {
    const { signal } = list.ending;
    const course = createReadingCourse({
      clock: deps.clock,
      signal,
      progressed: (progress) => become(list, { kind: 'reading', progress }),
    });
    try {
      const result = await deps.read(bytes, list.reading.fileName, column, course);
      // Once more, so that a cancel in the last slice is not answered with a list.
      signal.throwIfAborted();
      list.itemNos = result.itemNos;
      list.lines = grouped(result.lines);
      const { encoding } = result;
      const verdicts = {
        taken: list.lines.taken.length,
        duplicate: list.lines.duplicate.length,
        malformed: list.lines.malformed.length,
      };
      return become(list, { kind: 'read' }, { verdicts, encoding, column: result.column });
    } catch (fault) {
      if (signal.aborted) return become(list, { kind: 'cancelled', keptCount: 0 });
      const { code, params } = toAppError(fault);
      if (!(fault instanceof AppError)) deps.logger.error({ err: fault }, 'a list was not read');
      return become(list, { kind: 'refused', code, params });
    }
  };

  const takeInto = async (list: HeldList, storeId: StoreId): Promise<ListReading> => {
    const itemCount = list.itemNos.length;
    become(list, { kind: 'taking-in', takenCount: 0, itemCount, isCancelling: false });
    try {
      const { batchId, verdicts } = await registration.enqueue(storeId, list.itemNos, {
        lane: 'batch',
        batchName: list.reading.fileName,
        progressed: (progress) => {
          list.batchId = progress.batchId;
          const { takenCount } = progress;
          const isCancelling = list.ending.signal.aborted;
          become(list, { kind: 'taking-in', takenCount, itemCount, isCancelling });
        },
      });
      if (list.ending.signal.aborted) return list.reading;
      const counts = { queued: 0, existing: 0, 'already-registered': 0 };
      for (const { kind } of verdicts) counts[kind] += 1;
      const { queued, existing, 'already-registered': alreadyRegistered } = counts;
      return become(list, { kind: 'taken-in', batchId, queued, existing, alreadyRegistered });
    } catch (fault) {
      become(list, { kind: 'read' });
      throw fault;
    }
  };

  /** Takes a list back that is on its way into the queue. */
  const withdraw = async (list: HeldList): Promise<ListReading> => {
    const { state } = list.reading;
    if (state.kind === 'taking-in') become(list, { ...state, isCancelling: true });
    const { batchId } = list;
    if (batchId !== null) await registration.withdrawBatch(batchId);
    await list.work.catch(() => undefined);
    const counts = batchId === null ? null : registration.findBatch(batchId)?.counts;
    const keptCount = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
    return become(list, { kind: 'cancelled', keptCount: keptCount - (counts?.cancelled ?? 0) });
  };

  return {
    read: async (bytes, fileName, column) => {
      const lineCount = [...held.values()].reduce((sum, list) => sum + list.lines.all.length, 0);
      if (held.size >= MAX_LISTS || lineCount >= MAX_LINES_HELD) {
        throw new AppError('INTAKE_TOO_MANY_LISTS', { params: { file: fileName } });
      }
      listCount += 1;
      const readingId = `list-${listCount}`;
      const progress = {
        phase: 'opening',
        lineCount: 0,
        lineTotal: null,
        verdicts: { taken: 0, duplicate: 0, malformed: 0 },
      } as const;
      const list: HeldList = {
        reading: { readingId, fileName, state: { kind: 'reading', progress }, summary: null },
        ending: new AbortController(),
        work: Promise.resolve(),
        batchId: null,
        itemNos: [],
        lines: NO_LINES,
      };
      held.set(readingId, list);
      tell();
      const reading = readInto(list, bytes, column);
      list.work = reading;
      return reading;
    },
    list: () => [...held.values()].map(({ reading }) => reading),
    lines: (readingId, group, offset, limit) => {
      const lines = held.get(readingId)?.lines[group] ?? [];
      return { lines: lines.slice(offset, offset + limit), total: lines.length };
    },
    takeIn: async (readingId, storeId) => {
      const list = heldList(readingId);
      // A second press is answered with what the first one began.
      if (list.reading.state.kind !== 'read') return list.reading;
      const taking = takeInto(list, storeId);
      list.work = taking;
      return taking;
    },
    cancel: async (readingId) => {
      const list = heldList(readingId);
      const { state } = list.reading;
      if (state.kind !== 'reading' && state.kind !== 'taking-in') return list.reading;
      list.ending.abort(new AppError('INTAKE_LIST_GONE'));
      if (state.kind === 'taking-in') return withdraw(list);
      await list.work;
      return list.reading;
    },
    forget: (readingIds) => {
      for (const readingId of readingIds) {
        const kind = held.get(readingId)?.reading.state.kind;
        if (kind !== 'reading' && kind !== 'taking-in') held.delete(readingId);
      }
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    stop: () => {
      for (const { ending, reading } of held.values()) {
        if (reading.state.kind === 'reading') ending.abort(new AppError('INTAKE_LIST_GONE'));
      }
      listeners.clear();
    },
  };
}

function grouped(lines: readonly IntakeLine[]): HeldList['lines'] {
  const groups: Record<keyof VerdictCounts, IntakeLine[]> = {
    taken: [],
    duplicate: [],
    malformed: [],
  };
  for (const line of lines) groups[verdictOf(line)].push(line);
  const { taken, duplicate, malformed } = groups;
  return { ...groups, all: malformed.concat(duplicate, taken) };
}
