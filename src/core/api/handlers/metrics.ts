import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

export function createMetricsHandlers({
  metrics,
}: StoreBridge): Pick<Handlers, 'metrics.getOverview'> {
  return { 'metrics.getOverview': ({ days }) => metrics.overview(days) };
}
