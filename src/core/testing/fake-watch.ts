import { DEFAULT_WATCH_CONTROLS, type WatchControls } from '@shared/domain/watch';
import type { WatchEvent, WatchService } from '../sync/port';

/** A watcher with nothing to watch, and what a test may make it tell. */
export interface FakeWatch extends WatchService {
  tell(event: WatchEvent): void;
}

export function createFakeWatch(): FakeWatch {
  const listeners = new Set<(event: WatchEvent) => void>();
  let controls: WatchControls = DEFAULT_WATCH_CONTROLS;
  return {
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    status: () => ({
      controls,
      watched: 0,
      byTemperature: { hot: 0, warm: 0, cold: 0 },
      lagMs: null,
      lastSweep: null,
      sweeping: null,
      nextSweepAtMs: null,
      detectionDelay: null,
      budget: { usedToday: 0, allowedToday: 10_500, resetsAtMs: 0 },
      openApprovals: 0,
      openFindings: 0,
      pendingWrites: 0,
      halted: controls.isPaused ? 'paused' : null,
      haltReason: null,
    }),
    pulse: () => ({ isExpected: false, lastCheckedAtMs: null }),
    listProducts: () => ({ products: [], total: 0 }),
    listChanges: () => ({ changes: [], total: 0 }),
    history: (_, itemNo) => ({ itemNo, productName: itemNo, item: [], options: [], listing: [] }),
    exportHistory: () => ({ fileName: 'history.csv', csv: '' }),
    policies: () => ({ own: [], defaults: [], suppliers: [] }),
    savePolicy: () => undefined,
    removePolicy: () => undefined,
    saveControls: (_, wanted) => {
      controls = wanted;
      return controls;
    },
    listApprovals: () => ({ approvals: [], total: 0 }),
    approve: () => 0,
    dismiss: () => 0,
    listFindings: () => ({ findings: [], total: 0 }),
    settleFindings: () => 0,
    setPinned: () => undefined,
    setLocks: () => undefined,
    pause: () => {
      controls = { ...controls, isPaused: true };
    },
    resume: () => {
      controls = { ...controls, isPaused: false };
    },
    sweepNow: () => undefined,
    auditNow: () => undefined,
    runOnce: async () => ({
      checked: 0,
      calls: 0,
      changed: 0,
      applied: 0,
      asked: 0,
      notified: 0,
      failed: 0,
      changes: [],
      fault: null,
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
}
