import { resolve } from 'node:path';
import { readEnvironment } from '@core/settings/environment';
import { AppError } from '@shared/errors/app-error';
import type { Language } from '@shared/texts/types';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns';
import { EXIT, exitStatusOf } from './exit-status';
import { createProgram } from './program';
import { usageFault } from './usage-fault';

/** Parses `args`; what was written, and the fault of wrong usage. No command's work is done. */
async function parse(args: readonly string[], language: Language = 'ko') {
  const written: string[] = [];
  let fault: unknown = null;
  const write = (text: string): void => {
    written.push(text);
  };
  const program = createProgram({
    environment: readEnvironment({ STOREBRIDGE_HOME: '/nowhere' }),
    root: resolve(import.meta.dirname, '..', '..'),
    script: '',
    terminal: { out: write, err: write, progress: write, endProgress: () => {}, widthColumns: 80 },
    language: () => language,
    run: () => async () => {},
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (thrown) {
    fault = thrown;
  }
  return { text: written.join('\n'), fault };
}

const HELP = [['--help'], ['help'], ['config', '--help'], ['config', 'set', '--help']].concat(
  ['demo', 'register', 'status', 'queue', 'sync', 'practice', 'serve', 'options', 'doctor'].map(
    (name) => [name, '--help'],
  ),
  [
    ['backup', '--help'],
    ['restore', '--help'],
    ['queue', 'resume', '--help'],
  ],
);

describe('the help', () => {
  it.each(HELP)('is all Korean for “%s %s %s”', async (...args) => {
    const { text } = await parse(args.filter(Boolean));
    expect(text).toContain('사용법: storebridge');
    expect(text).not.toMatch(/Usage:|Options:|Commands:|Arguments:|\[options\]|display help/);
    for (const line of text.split('\n').filter((one) => / {2}--?\w/.test(one))) {
      expect(line).toMatch(/[가-힣]/);
    }
  });

  it('is English when the setting says so', async () => {
    const { text } = await parse(['--help'], 'en');
    expect(text).toContain('Usage: storebridge [options] [command]');
    expect(text.replace(/한국어로 바꾸기/, '')).not.toMatch(/[가-힣]/);
  });

  it('tells its version', async () => {
    expect((await parse(['--version'])).text).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('wrong usage', () => {
  it.each([
    [['regster', 'x'], 'USAGE_UNKNOWN_COMMAND', 'regster'],
    [['config', 'change', 'x'], 'USAGE_UNKNOWN_COMMAND', 'change'],
    [['register', 'x', '--colum', 'A'], 'USAGE_UNKNOWN_OPTION', '--colum'],
    [['register'], 'USAGE_MISSING_ARGUMENT', 'file'],
    [['config', 'set', 'language'], 'USAGE_MISSING_ARGUMENT', 'value'],
    [['register', 'x', '--column'], 'USAGE_MISSING_VALUE', '--column'],
    [['register', 'my', 'list.txt'], 'USAGE_TOO_MANY_ARGUMENTS', ''],
    [['practice', '--seed', 'many'], 'USAGE_BAD_VALUE', 'many'],
  ] as const)('%s is refused in words of our own: %s', async (args, code, word) => {
    const { text, fault } = await parse(args);
    expect(fault).toBeInstanceOf(CommanderError);
    const known = usageFault(fault as CommanderError);
    expect(known).toBeInstanceOf(AppError);
    expect(known.code).toBe(code);
    expect(Object.values(known.params).join(' ')).toContain(word);
    expect(exitStatusOf(known)).toBe(EXIT.usage);
    expect(text).toBe('');
  });
});

describe('the width of the help', () => {
  it('stays within 80 columns', async () => {
    const { text } = await parse(['register', '--help']);
    for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80);
  });
});
