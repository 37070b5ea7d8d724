import { countBoundaries } from './boundaries';
import type { WatchOrders } from './orders';
import { remoteMarket } from './remote-market';
import { sweepOnce } from './watch-life';

/*
 * The watcher alone in a process of its own, over a real file, against a store in the process that
 * started it. One sweep with everything that follows from it, or death at the ordered place.
 */

const orders: WatchOrders = JSON.parse(process.env.KILL_CAMPAIGN ?? '{}');
const CALL_DEADLINE_MS = 5000;

const boundaries = countBoundaries(orders.killAtBoundary);
const { naver } = remoteMarket({
  ...orders,
  deadlineMs: CALL_DEADLINE_MS,
  onCall: boundaries.pass,
});
const report = await sweepOnce(orders.path, naver, boundaries.pass);
process.stdout.write(JSON.stringify({ ...report, boundaries: boundaries.passed() }));
process.exit(0);
