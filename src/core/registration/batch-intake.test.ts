import { MAIN_STORE } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { LIST_PIECE_SIZE } from './list-pieces';
import { createQueueWorld, itemNos } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'long.csv' } as const;
const LONG = LIST_PIECE_SIZE * 4 + 30;

describe('taking a long list in', () => {
  it('lets everything else have its turn between the pieces, and shows how far it is', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const left = new Set<number>();
    service.subscribe(() =>
      left.add(service.listBatches({ offset: 0, limit: 1 }).batches[0]?.untakenCount ?? -1),
    );
    const taking = service.enqueue(MAIN_STORE, itemNos(LONG), LIST);
    const [begun] = service.listBatches({ offset: 0, limit: 1 }).batches;
    expect(begun).toMatchObject({ jobCount: LONG, untakenCount: LONG - LIST_PIECE_SIZE });
    let turns = 0;
    let isOver = false;
    const countTurn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(countTurn);
    };
    countTurn();
    void taking.finally(() => {
      isOver = true;
    });
    await world.clock.advance(0);
    const { batchId, verdicts } = await taking;
    expect(turns).toBeGreaterThan(4);
    expect(verdicts.map(({ itemNo }) => itemNo)).toEqual(itemNos(LONG));
    expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['queued']));
    expect(service.findBatch(batchId)).toMatchObject({ untakenCount: 0, counts: { queued: LONG } });
  });

  it('gives a number that comes again in another piece the verdict of its one job', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const asked = [...itemNos(LONG), ...itemNos(2)];
    const taking = service.enqueue(MAIN_STORE, asked, LIST);
    await world.clock.advance(0);
    const { batchId, verdicts } = await taking;
    expect(verdicts).toHaveLength(LONG + 2);
    expect(verdicts.slice(-2).map(({ kind }) => kind)).toEqual(['existing', 'existing']);
    expect(service.findBatch(batchId)?.jobCount).toBe(LONG);
  });

  it('lets the first products out while the rest is still being taken in', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.start();
    void service.enqueue(MAIN_STORE, itemNos(LONG), LIST);
    await world.clock.settle();
    expect(service.listBatches({ offset: 0, limit: 1 }).batches[0]?.untakenCount).toBeGreaterThan(
      0,
    );
    expect(world.domeggook.calls.length).toBeGreaterThan(0);
  });

  it('does not rest, and is not told as finished, before it is whole', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const taking = service.enqueue(MAIN_STORE, itemNos(LONG), LIST);
    const [batch] = service.listBatches({ offset: 0, limit: 1 }).batches;
    if (batch === undefined) throw new Error('the batch is not there');
    let hasRested = false;
    void service.whenBatchRests(batch.batchId).then(() => {
      hasRested = true;
    });
    service.cancel(
      service
        .listJobs({ batchId: batch.batchId, offset: 0, limit: 1000 })
        .jobs.map(({ jobId }) => jobId),
    );
    expect(service.undo.plan(batch.batchId, 10).underWayCount).toBe(LONG - LIST_PIECE_SIZE);
    await world.clock.settle();
    expect(hasRested).toBe(false);
    await world.clock.advance(0);
    await taking;
    const cancelling = service.cancelBatch(batch.batchId);
    await world.clock.advance(0);
    await cancelling;
    await world.clock.settle();
    expect(hasRested).toBe(true);
  });

  it('lists a page from the end of what is there, not of what is still to come', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    void service.enqueue(MAIN_STORE, itemNos(LONG), LIST);
    const [batch] = service.listBatches({ offset: 0, limit: 1 }).batches;
    if (batch === undefined) throw new Error('the batch is not there');
    const offset = LIST_PIECE_SIZE - 10;
    const page = service.listJobs({ batchId: batch.batchId, offset, limit: 100 });
    expect(page.total).toBe(LIST_PIECE_SIZE);
    expect(page.jobs.map(({ itemNo }) => itemNo)).toEqual(
      itemNos(LONG).slice(offset, LIST_PIECE_SIZE),
    );
  });

  it('cancels the rest of a list that is cancelled meanwhile, and can begin all of it again', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const taking = service.enqueue(MAIN_STORE, itemNos(LONG), LIST);
    const [batch] = service.listBatches({ offset: 0, limit: 1 }).batches;
    if (batch === undefined) throw new Error('the batch is not there');
    const cancelling = service.cancelBatch(batch.batchId);
    await world.clock.advance(0);
    expect(await cancelling).toBe(LONG);
    await taking;
    expect(service.findBatch(batch.batchId)?.counts).toMatchObject({ cancelled: LONG, queued: 0 });
    const retrying = service.retryBatch(batch.batchId);
    await world.clock.advance(0);
    expect(await retrying).toBe(LONG);
  });

  it('leaves out what is not taken in of a list that is withdrawn, and cancels the rest', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const told: number[] = [];
    let withdrawing: Promise<void> | null = null;
    const taking = service.enqueue(MAIN_STORE, itemNos(LONG), {
      ...LIST,
      progressed: ({ batchId, takenCount, itemCount }) => {
        expect(itemCount).toBe(LONG);
        told.push(takenCount);
        if (told.length === 2) withdrawing = service.withdrawBatch(batchId);
      },
    });
    await world.clock.advance(0);
    const { batchId, verdicts } = await taking;
    await withdrawing;
    const takenCount = LIST_PIECE_SIZE * 2;
    expect(told).toEqual([LIST_PIECE_SIZE, takenCount]);
    expect(verdicts).toHaveLength(takenCount);
    expect(service.findBatch(batchId)).toMatchObject({
      jobCount: takenCount,
      untakenCount: 0,
      counts: { cancelled: takenCount, queued: 0 },
    });
  });

  it('says at the end of the program that the rest follows, and goes on at the next start', async () => {
    const world = await createQueueWorld();
    const before = world.service();
    const taking = before.enqueue(MAIN_STORE, itemNos(LONG), LIST);
    const told = expect(taking).rejects.toMatchObject({ code: 'REGISTRATION_LIST_GOES_ON_LATER' });
    await before.stop(0);
    await told;
    const service = world.service();
    service.pause();
    await service.start();
    await world.clock.advance(0);
    const [batch] = service.listBatches({ offset: 0, limit: 1 }).batches;
    expect(batch).toMatchObject({ untakenCount: 0, counts: { queued: LONG } });
  });
});
