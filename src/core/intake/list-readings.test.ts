import { type BatchId, MAIN_STORE } from '@shared/domain/ids';
import type { ListReading } from '@shared/domain/intake';
import { describe, expect, it } from 'vitest';
import { LIST_PIECE_SIZE } from '../registration/list-pieces';
import { createQueueWorld } from '../registration/service-fixture';
import { createFakeClock } from '../testing/fake-clock';
import { createRecordingLogger } from '../testing/recording-logger';
import { createListReadings, type ListReadings } from './list-readings';
import { readItemList } from './read-list';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const LONG = LIST_PIECE_SIZE * 4 + 30;
const longList = encode(
  Array.from({ length: LONG }, (_, index) => String(60_000_000 + index)).join('\n'),
);

async function world() {
  const queue = await createQueueWorld();
  const registration = queue.service();
  const { clock } = queue;
  const logger = createRecordingLogger();
  const readings = createListReadings({ clock, logger, read: readItemList, registration });
  return { readings, registration, clock };
}

const stateOf = (readings: ListReadings): ListReading['state'] | undefined =>
  readings.list().at(-1)?.state;

describe('lists on their way from a file to the queue', () => {
  it('holds what was read: counts, pages of lines with problems first, until it is let go', async () => {
    const { readings } = await world();
    const { readingId, state, summary } = await readings.read(
      encode('60000001\nabc\n60000001\n60000002'),
      'list.txt',
      null,
    );
    expect(state).toEqual({ kind: 'read' });
    expect(summary).toMatchObject({
      verdicts: { taken: 2, duplicate: 1, malformed: 1 },
      encoding: 'utf-8',
    });
    const page = readings.lines(readingId, 'all', 1, 2);
    expect(page).toMatchObject({ total: 4, lines: [{ line: 3 }, { line: 1 }] });
    expect(readings.lines(readingId, 'malformed', 0, 10)).toMatchObject({
      total: 1,
      lines: [{ text: 'abc' }],
    });
    readings.forget([readingId]);
    expect(readings.list()).toEqual([]);
    expect(readings.lines(readingId, 'all', 0, 10).total).toBe(0);
  });

  it('gives each file its own verdict, also those that are no list', async () => {
    const { readings } = await world();
    await readings.read(encode('60000001'), 'list.txt', null);
    await readings.read(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0]), 'offer.pdf', null);
    await readings.read(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), 'offer.docx', null);
    expect(readings.list().map(({ fileName, state }) => [fileName, state])).toMatchObject([
      ['list.txt', { kind: 'read' }],
      ['offer.pdf', { kind: 'refused', code: 'INTAKE_BINARY', params: { file: 'offer.pdf' } }],
      ['offer.docx', { kind: 'refused', code: 'INTAKE_BINARY' }],
    ]);
  });

  it('shows how much is in the queue already, and ends with what came of the numbers', async () => {
    const { readings, registration, clock } = await world();
    const { readingId } = await readings.read(longList, 'long.txt', null);
    const shares: number[] = [];
    readings.subscribe(() => {
      const state = stateOf(readings);
      if (state?.kind === 'taking-in') shares.push(state.takenCount);
    });
    const taking = readings.takeIn(readingId, MAIN_STORE);
    const again = await readings.takeIn(readingId, MAIN_STORE);
    expect(again.state.kind).toBe('taking-in');
    await clock.advance(0);
    const { state } = await taking;
    expect(state).toMatchObject({ kind: 'taken-in', queued: LONG, existing: 0 });
    expect(shares.slice(0, 3)).toEqual([0, LIST_PIECE_SIZE, LIST_PIECE_SIZE * 2]);
    expect(registration.listBatches({ offset: 0, limit: 10 }).total).toBe(1);
  });

  it('leaves nothing of a list that is cancelled while it is taken in', async () => {
    const { readings, registration, clock } = await world();
    const { readingId } = await readings.read(longList, 'long.txt', null);
    let cancelling: Promise<ListReading> | null = null;
    const stop = readings.subscribe(() => {
      const state = stateOf(readings);
      if (state?.kind !== 'taking-in' || state.takenCount < LIST_PIECE_SIZE * 2) return;
      stop();
      cancelling = readings.cancel(readingId);
    });
    const taking = readings.takeIn(readingId, MAIN_STORE);
    await clock.advance(0);
    await taking;
    await clock.advance(0);
    expect(await cancelling).toMatchObject({ state: { kind: 'cancelled', keptCount: 0 } });
    const [batch] = registration.listBatches({ offset: 0, limit: 1 }).batches;
    expect(batch).toMatchObject({
      jobCount: LIST_PIECE_SIZE * 2,
      untakenCount: 0,
      counts: { cancelled: LIST_PIECE_SIZE * 2, queued: 0 },
    });
  });

  it('ends a reading that is cancelled, and keeps a later cancel from undoing a list that is read', async () => {
    const clock = createFakeClock();
    const readings = createListReadings({
      clock,
      logger: createRecordingLogger(),
      read: async (_, __, ___, course) => {
        await course.giveWay();
        return { lines: [], itemNos: [], encoding: 'utf-8', column: null };
      },
      registration: {
        enqueue: async () => ({ batchId: 'none' as BatchId, verdicts: [] }),
        findBatch: () => null,
        withdrawBatch: async () => undefined,
      },
    });
    const reading = readings.read(longList, 'long.txt', null);
    readings.forget(['list-1']);
    expect(stateOf(readings)?.kind).toBe('reading');
    expect((await readings.cancel('list-1')).state).toEqual({ kind: 'cancelled', keptCount: 0 });
    expect((await reading).state.kind).toBe('cancelled');

    const second = readings.read(longList, 'long.txt', null);
    await clock.advance(0);
    await second;
    expect((await readings.cancel('list-2')).state.kind).toBe('read');
    await expect(readings.cancel('list-9')).rejects.toMatchObject({ code: 'INTAKE_LIST_GONE' });
  });
});
