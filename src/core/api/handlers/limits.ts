import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** Leaves out the application's name: it is the client id of the store's keys. */
export function createLimitsHandlers(storebridge: StoreBridge): Pick<Handlers, 'limits.get'> {
  return {
    'limits.get': async () => {
      const { naver, domeggook, backend, fault } = await storebridge.limits();
      return {
        backend,
        fault: fault === null ? null : { code: fault.code, params: { ...fault.params } },
        // The application is the client id of the store's keys: no business of the page.
        naver: naver.map(({ bucket, waiting, ...rest }) => ({
          ...rest,
          api: bucket.api,
          waiting: { ...waiting },
        })),
        domeggook: { ...domeggook },
      };
    },
  };
}
