import { EventEmitter } from 'node:events';
import { createSystemSignals, type SystemSignal } from '@core/platform/system-signals';
import { createFakeClock } from '@core/testing/fake-clock';
import { expect, it } from 'vitest';
import { watchSystem } from './system-signals';

it('tells of sleep, waking and every change of the network, until it is stopped', async () => {
  const powerMonitor = new EventEmitter();
  const clock = createFakeClock();
  const { signals, source } = createSystemSignals();
  const heard: SystemSignal[] = [];
  source.subscribe((signal) => heard.push(signal));
  let isOnline = true;
  const stop = watchSystem({
    powerMonitor: powerMonitor as unknown as Parameters<typeof watchSystem>[0]['powerMonitor'],
    net: { isOnline: () => isOnline },
    clock,
    signals,
  });
  powerMonitor.emit('suspend');
  isOnline = false;
  powerMonitor.emit('resume');
  isOnline = true;
  await clock.advance(6_000);
  expect(heard).toEqual([
    { kind: 'power-suspended' },
    { kind: 'network-changed', isOnline: false },
    { kind: 'power-resumed' },
    { kind: 'network-changed', isOnline: true },
  ]);
  stop();
  powerMonitor.emit('suspend');
  isOnline = false;
  await clock.advance(60_000);
  expect(heard).toHaveLength(4);
  expect(clock.sleeperCount()).toBe(0);
});
