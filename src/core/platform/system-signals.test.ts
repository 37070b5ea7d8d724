import { expect, it } from 'vitest';
import { createSystemSignals, type SystemSignal } from './system-signals';

it('passes on what the shell tells, and a network state only when it changes', () => {
  const { signals, source } = createSystemSignals();
  const heard: SystemSignal[] = [];
  const stop = source.subscribe((signal) => heard.push(signal));
  signals.networkChanged(true);
  signals.networkChanged(false);
  signals.networkChanged(false);
  signals.powerSuspended();
  signals.powerResumed();
  stop();
  signals.powerSuspended();
  expect(heard).toEqual([
    { kind: 'network-changed', isOnline: false },
    { kind: 'power-suspended' },
    { kind: 'power-resumed' },
  ]);
  expect(source.isOnline()).toBe(false);
});
