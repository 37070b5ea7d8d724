import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

export function createIntakeHandlers(storebridge: StoreBridge): Pick<Handlers, 'intake.readList'> {
  return {
    'intake.readList': ({ bytes, fileName }) => storebridge.intake.read(bytes, fileName),
  };
}
