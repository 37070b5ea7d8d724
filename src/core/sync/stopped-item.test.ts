import { AppError } from '@shared/errors/app-error';
import { expect, it } from 'vitest';
import { createItemBreaker } from '../limiter/item-breaker';
import { createWatchWorld, itemNosOf, selectOptOf } from './watch-fixture';

it('writes no more to a product whose writes were refused three times in a row, tells why, and serves the others', async () => {
  const world = await createWatchWorld();
  const itemNos = itemNosOf(3);
  for (const itemNo of itemNos)
    world.plant(itemNo, { options: [{ name: '블랙' }, { name: '화이트' }] });
  const watch = world.service();
  await watch.runOnce();
  const bad = world.naver.products()[0]?.originProductNo ?? '';
  const breaker = createItemBreaker();
  let refused = 0;
  // As the limiter in front of Naver does with what the client tells it.
  world.naver.faults.before = (call, _count, { item }) => {
    if (call !== 'updateOptions' || item?.startsWith(`${bad}:`) !== true) return;
    const refusals = breaker.stoppedAfter(item);
    if (refusals !== null) throw new AppError('LIMITER_ITEM_STOPPED', { params: { refusals } });
    breaker.observe(item, 403);
    refused += 1;
    throw new AppError('NAVER_FORBIDDEN', { params: { api: 'PUT options' } });
  };
  for (const itemNo of itemNos) {
    world.change(itemNo, {
      selectOpt: selectOptOf([
        { name: '블랙', stock: 0 },
        { name: '화이트', stock: 20 },
      ]),
    });
  }
  for (let round = 0; round < 8; round += 1) {
    await watch.runOnce();
    await world.clock.advance(600_000);
  }
  expect(refused).toBe(3);
  const closed = world.naver
    .products()
    .filter(({ optionCombinations }) => optionCombinations[0]?.stock === 0);
  expect(closed.map(({ originProductNo }) => originProductNo)).not.toContain(bad);
  expect(closed).toHaveLength(2);
  expect(world.told.filter(({ kind }) => kind === 'apply-failed')).toHaveLength(1);
});
