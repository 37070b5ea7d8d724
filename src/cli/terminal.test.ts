import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createTerminal } from './terminal';

function createStreams() {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const terminal = createTerminal(
    stdout as unknown as NodeJS.WriteStream,
    stderr as unknown as NodeJS.WriteStream,
    () => 0,
  );
  return { stdout, terminal };
}

describe('what a command writes', () => {
  it('does not end the work when its reader has gone', () => {
    const { stdout, terminal } = createStreams();
    terminal.out('first line');
    stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    terminal.out('second line');
    expect(String(stdout.read())).toBe('first line\nsecond line\n');
  });

  it('hides no other fault of the output', () => {
    const { stdout } = createStreams();
    const fault = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(() => stdout.emit('error', fault)).toThrow('no space left');
  });
});
