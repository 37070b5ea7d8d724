import { AppError } from '@shared/errors/app-error';
import { expect, it } from 'vitest';
import { atWorker } from './at-worker';
import { EXIT } from './exit-status';
import type { RegisterDesk } from './register-desk';
import type { RunningApp } from './running-app';

const HERE = { name: 'here' } as unknown as RegisterDesk;
const THERE = { name: 'there' } as unknown as RegisterDesk;
const RUNNING: RunningApp = {
  pid: 7,
  request: () => Promise.reject(new TypeError('nothing is asked in this test')),
};

/** `running`: what stands in the data folder at each look; the last one stays. */
function places(running: readonly (RunningApp | null)[]) {
  const said: string[] = [];
  let looks = 0;
  return {
    said,
    findRunning: async () => running[Math.min(looks++, running.length - 1)] ?? null,
    attachedDesk: () => THERE,
    onHanded: () => said.push('handed'),
    onTakenBack: () => said.push('taken back'),
    here: (work: (desk: RegisterDesk) => Promise<typeof EXIT.done>) => work(HERE),
  };
}

it('goes on in this process when the program at work ends before the list is done', async () => {
  const at = places([RUNNING, null]);
  const desks: RegisterDesk[] = [];
  const status = await atWorker(at, async (desk) => {
    desks.push(desk);
    if (desk === THERE) throw new AppError('ATTACH_LOST', { params: { pid: '7' } });
    return EXIT.done;
  });
  expect(status).toBe(EXIT.done);
  expect(desks).toEqual([THERE, HERE]);
  expect(at.said).toEqual(['handed', 'taken back']);
});

it('hands the list over when another program came first', async () => {
  const at = places([null, RUNNING]);
  const desks: RegisterDesk[] = [];
  await atWorker(at, async (desk) => {
    desks.push(desk);
    if (desk === HERE) throw new AppError('REGISTRATION_OTHER_WORKER', { params: { path: 'x' } });
    return EXIT.done;
  });
  expect(desks).toEqual([HERE, THERE]);
});

it('passes every other fault on at once, and does not try for ever', async () => {
  let tries = 0;
  const failing = (code: 'NAVER_KEYS_MISSING' | 'ATTACH_LOST') => async () => {
    tries += 1;
    throw new AppError(code, { params: { pid: '7' } });
  };
  const keys = atWorker(places([null]), failing('NAVER_KEYS_MISSING'));
  await expect(keys).rejects.toMatchObject({ code: 'NAVER_KEYS_MISSING' });
  expect(tries).toBe(1);
  const lost = atWorker(places([RUNNING]), failing('ATTACH_LOST'));
  await expect(lost).rejects.toMatchObject({ code: 'ATTACH_LOST' });
  expect(tries).toBeLessThan(10);
});
