import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { tellParent, whenParentLeaves } from './parent-channel';

const CHANNEL = resolve(import.meta.dirname, 'parent-channel.ts');

/** A child that waits for a word, for `alone` until its parent left too, speaks to it and says how that went. */
const CHILD = `
  import { tellParent, whenParentLeaves } from ${JSON.stringify(CHANNEL)};
  const left = whenParentLeaves(process);
  process.stdout.write('ready');
  const word = await new Promise((go) => process.stdin.once('data', go));
  if (String(word).includes('alone')) await left;
  const isHeard = await tellParent(process, 'address');
  if (isHeard) await left;
  process.stdout.write(isHeard ? ' heard, then left' : ' gone');
  process.stdin.unref();
`;

function startChild(): { child: ChildProcess; told: Promise<string>[] } {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', CHILD], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  if (child.stdout === null || child.stderr === null) throw new Error('no output to read');
  return { child, told: [text(child.stdout), text(child.stderr)] };
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (child.stdout !== null) await once(child.stdout, 'data');
}

it('ends without a word of complaint when the parent left before it was told anything', async () => {
  const { child, told } = startChild();
  await untilReady(child);
  child.stdin?.end('alone\n');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await Promise.all(told)).toEqual([expect.stringContaining('gone'), '']);
});

it('goes on while the parent is there and ends when it leaves', async () => {
  const { child, told } = startChild();
  await untilReady(child);
  child.stdin?.end('go\n');
  const [message] = await once(child, 'message');
  expect(message).toBe('address');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await Promise.all(told)).toEqual([expect.stringContaining('heard, then left'), '']);
});

it('counts a pipe that breaks while it is written to as a parent that left', async () => {
  const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  const channel = {
    connected: true,
    send: (_message: unknown, sent: (fault: Error | null) => void) => {
      setImmediate(sent, broken);
      return false;
    },
    once: () => undefined,
  };
  expect(await tellParent(channel, 'address')).toBe(false);
  const closed = { ...channel, connected: false };
  await whenParentLeaves(closed);
});

it('tells any other fault of the channel', async () => {
  const channel = {
    connected: true,
    send: (_message: unknown, sent: (fault: Error | null) => void) => {
      sent(new TypeError('cannot be sent'));
      return false;
    },
    once: () => undefined,
  };
  await expect(tellParent(channel, 'address')).rejects.toThrow('cannot be sent');
});
