import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

type WatchHandlers = Pick<Handlers, Extract<keyof Handlers, `watch.${string}`>>;

export function createWatchHandlers({ watch }: Pick<StoreBridge, 'watch'>): WatchHandlers {
  return {
    'watch.getStatus': ({ storeId }) => watch.status(storeId),
    'watch.listProducts': (filter) => {
      const { products, total } = watch.listProducts(withoutUndefined(filter));
      return { products: [...products], total };
    },
    'watch.listChanges': (filter) => {
      const { changes, total } = watch.listChanges(withoutUndefined(filter));
      return { changes: [...changes], total };
    },
    'watch.getHistory': ({ storeId, itemNo, fromMs }) => watch.history(storeId, itemNo, fromMs),
    'watch.exportHistory': ({ storeId, itemNo }) => watch.exportHistory(storeId, itemNo),
    'watch.listPolicies': ({ storeId }) => {
      const { own, defaults, suppliers } = watch.policies(storeId);
      return { own: [...own], defaults: [...defaults], suppliers: [...suppliers] };
    },
    'watch.savePolicy': ({ policy }) => {
      watch.savePolicy(policy);
      return {};
    },
    'watch.removePolicy': ({ scope, kind }) => {
      watch.removePolicy(scope, kind);
      return {};
    },
    'watch.saveControls': ({ storeId, controls }) => watch.saveControls(storeId, controls),
    'watch.listApprovals': ({ storeId, offset, limit }) => {
      const { approvals, total } = watch.listApprovals(storeId, offset, limit);
      return { approvals: [...approvals], total };
    },
    'watch.approve': ({ approvalIds }) => ({ settled: watch.approve(approvalIds) }),
    'watch.dismiss': ({ approvalIds }) => ({ settled: watch.dismiss(approvalIds) }),
    'watch.sweepNow': () => {
      watch.sweepNow();
      return {};
    },
    'watch.pause': () => {
      watch.pause();
      return {};
    },
    'watch.resume': () => {
      watch.resume();
      return {};
    },
    'watch.setPinned': ({ storeId, itemNos, isPinned }) => {
      watch.setPinned(storeId, itemNos, isPinned);
      return {};
    },
    'watch.setLocks': ({ storeId, itemNo, locks }) => {
      watch.setLocks(storeId, itemNo, locks);
      return {};
    },
    'watch.listFindings': ({ storeId, offset, limit }) => {
      const { findings, total } = watch.listFindings(storeId, offset, limit);
      return { findings: [...findings], total };
    },
    'watch.settleFindings': ({ findingIds, choice }) => ({
      settled: watch.settleFindings(findingIds, choice),
    }),
    'watch.auditNow': () => {
      watch.auditNow();
      return {};
    },
  };
}
