import { createFakeClock } from '@core/testing/fake-clock';
import { createFakeStoreBridge } from '@core/testing/fake-storebridge';
import { MAIN_STORE, parseItemNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { expect, it } from 'vitest';
import { EXIT } from '../exit-status';
import { createLocalQueue, type QueueDesk, type QueueState } from '../queue-desk';
import type { Terminal } from '../terminal';
import { runQueue } from './queue';

const STOPPED_AT = { code: 'REGISTRATION_RESTORED_BACKUP', params: {} } as const;

function listening() {
  const said: string[] = [];
  const out = (text: string): void => {
    said.push(text);
  };
  const terminal: Terminal = {
    out,
    err: out,
    progress: out,
    endProgress: () => undefined,
    widthColumns: 80,
  };
  return { said, terminal };
}

async function aQueue(count: number) {
  const storebridge = createFakeStoreBridge({ clock: createFakeClock() });
  const itemNos = Array.from({ length: count }, (_, index) => {
    const itemNo = parseItemNo(String(5_000_001 + index));
    if (itemNo === null) throw new TypeError('a test needs a number');
    return itemNo;
  });
  await storebridge.registration.enqueue(MAIN_STORE, itemNos, { lane: 'batch', batchName: 'list' });
  return createLocalQueue(storebridge);
}

/** `desk` as a program at work on it answers, with `change` in every status. */
function worked(desk: QueueDesk, change: Partial<QueueState>): QueueDesk {
  const changed = async (): Promise<QueueState> => ({ ...(await desk.status()), ...change });
  return { pid: 41, status: changed, pause: changed, resume: changed };
}

it('tells a queue that a restore has stopped why it waits and how it goes on', async () => {
  const desk = worked(await aQueue(2), { isPaused: true, pauseReason: STOPPED_AT });
  const { said, terminal } = listening();
  expect(await runQueue(desk, 'status', false, terminal, 'ko')).toBe(EXIT.attention);
  const text = said.join('\n');
  expect(text).toContain('프로세스 41');
  expect(text).toContain('남은 작업 2개');
  expect(text).toContain('백업에서 되살린 대기열입니다.');
  expect(text).toContain('storebridge queue resume');
});

it('pauses and resumes a queue that nobody works on, and says what makes it go on', async () => {
  const desk = await aQueue(2);
  const first = listening();
  expect(await runQueue(desk, 'pause', false, first.terminal, 'en')).toBe(EXIT.done);
  expect(first.said.join('\n')).toContain('The queue is paused.');
  expect(await desk.status()).toMatchObject({ isPaused: true });

  const second = listening();
  expect(await runQueue(desk, 'resume', false, second.terminal, 'en')).toBe(EXIT.done);
  expect(second.said.join('\n')).toContain('storebridge serve');
  expect(await desk.status()).toMatchObject({ isPaused: false });
});

it('says what still holds a queue that was told to go on', async () => {
  const fault = new AppError('NAVER_KEYS_MISSING');
  const desk = worked(await aQueue(1), {
    isPaused: true,
    pauseReason: { code: fault.code, params: {} },
  });
  const { said, terminal } = listening();
  expect(await runQueue(desk, 'resume', false, terminal, 'ko')).toBe(EXIT.attention);
  expect(said.join('\n')).not.toContain('진행 중입니다');
});

it('prints one object for a script, with the part that is held', async () => {
  const holds = [{ scope: 'lane', name: 'batch' }] as const;
  const desk = worked(await aQueue(1), { holds: [...holds] });
  const { said, terminal } = listening();
  expect(await runQueue(desk, 'status', true, terminal, 'ko')).toBe(EXIT.done);
  expect(said).toHaveLength(1);
  expect(JSON.parse(said[0] ?? '')).toMatchObject({
    running: true,
    pid: 41,
    status: { isPaused: false, holds },
  });
});
