import { join, resolve } from 'node:path';
import { readEnvironment } from '@core/settings/environment';
import { createSettingsService } from '@core/settings/settings-service';
import { type AppError, toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXIT, type ExitStatus, exitStatusOf } from './exit-status';
import { createTerminal, type Terminal } from './terminal';

/** The built file itself; the project's folder is two above it. */
const SCRIPT = import.meta.filename;
const ROOT = resolve(import.meta.dirname, '..', '..');

const environment = readEnvironment(process.env);

async function main(): Promise<ExitStatus> {
  const terminal = createTerminal(process.stdout, process.stderr, () => performance.now());
  let language: Language = 'ko';
  let status: ExitStatus = EXIT.done;
  const run =
    (action: () => Promise<ExitStatus>): (() => Promise<void>) =>
    async () => {
      language = createSettingsService(environment.home).get().language;
      status = await action();
    };
  try {
    await program(terminal, () => language, run).parseAsync();
    return status;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.done : EXIT.usage;
    const known = toAppError(fault);
    report(known, terminal, language);
    return exitStatusOf(known);
  }
}

function program(
  terminal: Terminal,
  language: () => Language,
  run: (action: () => Promise<ExitStatus>) => () => Promise<void>,
): Command {
  const cli = new Command('storebridge')
    .description(
      'Domeggook/Domeme items into a Naver SmartStore, and their price and stock kept right.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  const command = (nameAndArguments: string, description: string): Command =>
    cli.command(nameAndArguments).description(description).exitOverride();

  const demo = command(
    'demo',
    'register the sample list in a practice market and show the verdicts',
  ).option('--json', 'print one JSON object as the last line');
  demo.action(
    run(async () => {
      const [{ runDemo }, { open }] = await Promise.all([
        import('./commands/demo'),
        import('./open'),
      ]);
      const sampleList = join(ROOT, 'resources', 'practice', 'sample-items.csv');
      return runDemo(
        (home) =>
          open({
            environment: { ...environment, home, secrets: {}, overrides: {} },
            root: ROOT,
            script: SCRIPT,
            isPracticeFresh: true,
          }),
        sampleList,
        isJson(demo),
        terminal,
        language(),
      );
    }),
  );

  const register = command(
    'register <file>',
    'register the items of a list (TXT, CSV, XLSX; - for standard input)',
  )
    .option('--json', 'print one JSON object as the last line')
    .option('--column <heading>', 'column with the item numbers, by heading or letter');
  register.action(
    run(async () => {
      const [{ readInput, runRegister }, { open }] = await Promise.all([
        import('./commands/register'),
        import('./open'),
      ]);
      const input = await readInput(register.args[0] ?? '-', process.stdin);
      const storebridge = await open({ environment, root: ROOT, script: SCRIPT });
      const stop = (): void =>
        void storebridge.stop(5_000).then(() => process.exit(EXIT.attention));
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      try {
        const column: unknown = register.opts().column;
        return await runRegister(
          storebridge,
          input,
          { json: isJson(register), column: typeof column === 'string' ? column : null },
          terminal,
          language(),
        );
      } finally {
        await storebridge.stop(5_000);
      }
    }),
  );

  const practice = command('practice', 'run the practice market and print its addresses and keys')
    .option('--seed <n>', 'which catalogue', wholeNumber)
    .option('--items <n>', 'how many items', wholeNumber)
    .option('--port-domeggook <n>', 'port of the wholesaler', wholeNumber)
    .option('--port-naver <n>', 'port of the store', wholeNumber)
    .option('--persist <file>', 'keep registered products in this file')
    .option('--child', 'started by the app', false);
  practice.action(
    run(async () => {
      const { runPractice } = await import('./commands/practice');
      const { child, ...rest } = practice.opts();
      await runPractice({ ...rest, isChild: child === true }, terminal);
      return EXIT.done;
    }),
  );

  const serve = command('serve', 'run the app for a browser on this computer')
    .option('--port <n>', 'port to listen on', wholeNumber)
    .option('--open', 'open the browser', false);
  serve.action(
    run(async () => {
      const { runServe } = await import('./commands/serve');
      const { port, open: shouldOpen } = serve.opts();
      await runServe(
        {
          environment,
          root: ROOT,
          script: SCRIPT,
          port: typeof port === 'number' ? port : 0,
          shouldOpen: shouldOpen === true,
        },
        terminal,
        language(),
      );
      return EXIT.done;
    }),
  );

  const config = cli
    .command('config')
    .description('show or change settings and keys')
    .exitOverride();
  for (const action of ['list', 'get <key>', 'set <key> <value>']) {
    const sub = config.command(action).option('--json', 'print JSON').exitOverride();
    sub.action(
      run(async () => {
        const { runConfig } = await import('./commands/config');
        const [key = '', value = ''] = sub.args;
        const kind = sub.name();
        return runConfig(
          environment,
          kind === 'set' ? { kind, key, value } : kind === 'get' ? { kind, key } : { kind: 'list' },
          isJson(sub),
          terminal,
        );
      }),
    );
  }

  const doctor = command('doctor', 'check Node, desktop, Redis, database, keys and clock').option(
    '--json',
    'print one JSON object as the last line',
  );
  doctor.action(
    run(async () => {
      const [{ runDoctor }, { open }] = await Promise.all([
        import('./commands/doctor'),
        import('./open'),
      ]);
      return runDoctor(
        () => open({ environment, root: ROOT, script: SCRIPT }),
        ROOT,
        isJson(doctor),
        terminal,
        language(),
      );
    }),
  );
  return cli;
}

function isJson(command: Command): boolean {
  return command.opts().json === true;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}

function report(fault: AppError, terminal: Terminal, language: Language): void {
  const { message, fix } = textOf(fault.code, language, fault.params);
  terminal.endProgress();
  terminal.err(`${message}\n→ ${fix}`);
  if (process.argv.includes('--json')) {
    terminal.out(
      JSON.stringify({
        error: { code: fault.code, ...(fault.field ? { field: fault.field } : {}), message, fix },
      }),
    );
  }
}

process.exitCode = await main();
