import { EventEmitter } from 'node:events';
import { createFakeClock } from '@core/testing/fake-clock';
import { createRecordingLogger } from '@core/testing/recording-logger';
import { expect, it } from 'vitest';
import { createQuitting, type QuittingDependencies } from './quitting';

function quitting(changes: Partial<QuittingDependencies> = {}) {
  const said: string[] = [];
  const clock = createFakeClock();
  const app = Object.assign(new EventEmitter(), {
    exit: (code?: number) => said.push(`exit ${code}`),
  });
  const logger = createRecordingLogger();
  const quit = createQuitting({
    app: app as unknown as QuittingDependencies['app'],
    platform: 'win32',
    mayPageGo: async () => true,
    stop: async (deadlineMs) => {
      said.push(`stop ${deadlineMs}`);
    },
    onEnd: () => said.push('good end'),
    clock,
    logger,
    ...changes,
  });
  const tryToQuit = (): boolean => {
    let isPrevented = false;
    app.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    return isPrevented;
  };
  return { quit, app, clock, said, logger, tryToQuit };
}

it('stops once, in good order, however often it is asked', async () => {
  const { tryToQuit, app, clock, said, quit } = quitting();
  expect(quit.isLeaving()).toBe(false);
  expect(tryToQuit()).toBe(true);
  app.emit('window-all-closed');
  tryToQuit();
  await clock.settle();
  expect(said).toEqual(['stop 5000', 'good end', 'exit 0']);
  expect(quit.isLeaving()).toBe(true);
  expect(tryToQuit()).toBe(false);
});

it('stays when the seller wants to, and can be asked again', async () => {
  let mayGo = false;
  const { tryToQuit, clock, said, quit } = quitting({ mayPageGo: async () => mayGo });
  tryToQuit();
  await clock.settle();
  expect([said, quit.isLeaving()]).toEqual([[], false]);
  mayGo = true;
  tryToQuit();
  await clock.settle();
  expect(said.at(-1)).toBe('exit 0');
});

it('ends within bounds when something does not stop', async () => {
  const { tryToQuit, clock, said, logger } = quitting({ stop: () => new Promise(() => undefined) });
  tryToQuit();
  await clock.advance(14_999);
  expect(said).toEqual([]);
  await clock.advance(1);
  expect(said).toEqual(['good end', 'exit 0']);
  expect(logger.entries).toMatchObject([{ level: 'error', fields: { boundMs: 15_000 } }]);
});

it('ends also when stopping or asking fails', async () => {
  const broken = async (): Promise<never> => {
    throw new Error('broken');
  };
  for (const change of [{ stop: broken }, { mayPageGo: broken }]) {
    const { tryToQuit, clock, said } = quitting(change);
    tryToQuit();
    await clock.settle();
    expect(said.at(-1)).toBe('exit 0');
  }
});

it('asks nobody when the session ends, and takes little time', async () => {
  const { quit, clock, said } = quitting({
    mayPageGo: () => new Promise(() => undefined),
    stop: () => new Promise(() => undefined),
  });
  quit.endSession();
  quit.endSession();
  await clock.advance(3_000);
  expect(said).toEqual(['good end', 'exit 0']);
});

it('runs the installer after everything has stopped, in the place of the exit', async () => {
  const { quit, said } = quitting();
  await quit.requestThen(() => said.push('install'));
  expect(said).toEqual(['stop 5000', 'good end', 'install']);
});

it('leaves the mark of a broken run after a fault', async () => {
  const { quit, said } = quitting();
  await quit.endAfterFault();
  expect(said).toEqual(['stop 1500', 'exit 1']);
});

it('lives on without windows on a Mac', async () => {
  const { app, clock, said } = quitting({ platform: 'darwin' });
  app.emit('window-all-closed');
  await clock.settle();
  expect(said).toEqual([]);
});
