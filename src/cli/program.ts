import { join } from 'node:path';
import type { Environment } from '@core/settings/environment';
import type { Language } from '@shared/texts/types';
import { Command, InvalidArgumentError, Option } from 'commander';
import { columnsOf } from './columns';
import { EXIT, type ExitStatus } from './exit-status';
import { helpWords } from './help-words';
import type { OpenOptions } from './open';
import type { Terminal } from './terminal';
import { versionOf } from './version';
import { words } from './words';

/** What every command works with. */
export interface CommandContext {
  readonly environment: Environment;
  /** Folder of the installed program. */
  readonly root: string;
  /** The built command line itself. */
  readonly script: string;
  readonly terminal: Terminal;
  language(): Language;
  /** Runs a command's work and keeps its exit status. */
  run(work: () => Promise<ExitStatus>): () => Promise<void>;
}

type Words = (typeof helpWords)[Language];

/**
 * The command line's grammar. Commands load their code when they run, so that none waits for the
 * others' modules. Throws CommanderError for wrong usage instead of ending the process.
 */
export function createProgram(context: CommandContext): Command {
  const { terminal } = context;
  const say = helpWords[context.language()];
  const titles: Readonly<Record<string, string>> = say.titles;
  const program = new Command('storebridge')
    .description(say.program)
    .version(versionOf(context.root), '-V, --version', say.version)
    .helpOption('-h, --help', say.help)
    .helpCommand('help [command]', say.helpOf)
    .addHelpText('after', `\n${say.after}`)
    .configureHelp({
      displayWidth: columnsOf,
      // Every command has options; saying so on each line only takes their room.
      subcommandTerm: (command) =>
        [
          command.name(),
          ...command.registeredArguments.map((argument) =>
            argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
          ),
        ].join(' '),
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) =>
        usage.replace('[options]', say.optionsPlace).replace('[command]', say.commandPlace),
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      // What is wrong is said by the caller, who gets it thrown.
      outputError: () => undefined,
    });
  const definers = [
    defineDemo,
    defineRegister,
    defineStatus,
    defineQueue,
    defineSync,
    definePractice,
    defineServe,
    defineOptions,
    defineConfig,
    defineDoctor,
    defineBackup,
    defineRestore,
  ];
  for (const define of definers) define(program, context);
  return program;
}

function withJson(command: Command, say: Words): Command {
  return command.option('--json', say.json);
}

function defineDemo(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(program.command('demo').description(say.demo), say);
  command.action(
    context.run(async () => {
      const { runDemo } = await import('./commands/demo');
      const { open } = await import('./open');
      const { environment, root, terminal } = context;
      const openFresh = (home: string) =>
        open({
          ...openOptions(context),
          environment: { ...environment, home, programHome: home, secrets: {}, overrides: {} },
          isPracticeFresh: true,
        });
      const sampleList = join(root, 'resources', 'practice', 'sample-items.csv');
      return runDemo(openFresh, sampleList, isJson(command), terminal, context.language());
    }),
  );
}

function defineRegister(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(program.command('register').description(say.register), say)
    .argument('<file>', say.file)
    .option('--column <heading>', say.column);
  command.action(
    context.run(async () => {
      const { readInput, runRegister } = await import('./commands/register');
      const { open } = await import('./open');
      const input = await readInput(command.args[0] ?? '-', process.stdin);
      const { column } = command.opts<{ readonly column?: string }>();
      const options = { json: isJson(command), column: column ?? null };
      const { terminal, environment } = context;
      const { createAttachedDesk, createLocalDesk } = await import('./register-desk');
      const { findRunningApp } = await import('./running-app');
      const { atWorker } = await import('./at-worker');
      const { attachable } = await import('./attachable');
      const say = words[context.language()];
      return atWorker(
        {
          findRunning: () => findRunningApp(environment.home),
          attachedDesk: createAttachedDesk,
          onHanded: ({ pid }) => terminal.err(say.attached(pid)),
          onTakenBack: ({ pid }) => {
            terminal.endProgress();
            terminal.err(say.takenBack(pid));
          },
          here: async (work) => {
            const storebridge = await open(openOptions(context));
            const attached = attachable(storebridge, context);
            const stop = async (): Promise<void> => {
              await attached.close();
              await storebridge.stop(STOP_DEADLINE_MS);
            };
            endGracefully(stop);
            try {
              return await work(createLocalDesk({ ...storebridge, start: attached.start }));
            } finally {
              await stop();
            }
          },
        },
        (desk) => runRegister(desk, input, options, terminal, context.language()),
      );
    }),
  );
}

function defineStatus(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(program.command('status').description(say.status), say);
  command.action(
    context.run(async () => {
      const { runStatus } = await import('./commands/status');
      const { environment, terminal } = context;
      return runStatus(environment.home, isJson(command), terminal, context.language());
    }),
  );
}

function defineQueue(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const queue = program.command('queue').description(say.queue);
  for (const wish of ['status', 'pause', 'resume'] as const) {
    const command = queue.command(wish);
    withJson(command.description(say.queueWishes[wish]), say);
    command.action(
      context.run(async () => {
        const { runQueue } = await import('./commands/queue');
        const { atWorker } = await import('./at-worker');
        const { createAttachedQueue, createLocalQueue } = await import('./queue-desk');
        const { findRunningApp } = await import('./running-app');
        const { whileAlone } = await import('@core/backup/alone');
        const { open } = await import('./open');
        const { home } = context.environment;
        return atWorker(
          {
            findRunning: () => findRunningApp(home),
            attachedDesk: createAttachedQueue,
            onHanded: () => undefined,
            onTakenBack: () => undefined,
            here: async (work) => {
              const storebridge = await open(openOptions(context));
              try {
                // A program that works but has not told its address yet would not see the change.
                return await whileAlone(home, () => work(createLocalQueue(storebridge)));
              } finally {
                await storebridge.stop(STOP_DEADLINE_MS);
              }
            },
          },
          (desk) => runQueue(desk, wish, isJson(command), context.terminal, context.language()),
        );
      }),
    );
  }
}

function defineSync(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(
    program.command('sync').description(say.sync).option('--once', say.once),
    say,
  );
  command.action(
    context.run(async () => {
      const { runSync } = await import('./commands/sync');
      const { open } = await import('./open');
      const storebridge = await open(openOptions(context));
      const ending = new AbortController();
      endGracefully(async () => {
        ending.abort();
        await storebridge.stop(STOP_DEADLINE_MS);
      });
      const options = {
        json: isJson(command),
        once: command.opts().once === true,
        signal: ending.signal,
      };
      try {
        return await runSync(storebridge, options, context.terminal, context.language());
      } finally {
        await storebridge.stop(STOP_DEADLINE_MS);
      }
    }),
  );
}

function definePractice(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = program
    .command('practice')
    .description(say.practice)
    .option('--seed <n>', say.seed, wholeNumber)
    .option('--items <n>', say.items, wholeNumber)
    .option('--port-domeggook <n>', say.portDomeggook, wholeNumber)
    .option('--port-naver <n>', say.portNaver, wholeNumber)
    .option('--persist <file>', say.persist)
    // Only the app itself starts it so.
    .addOption(new Option('--child').hideHelp());
  command.action(
    context.run(async () => {
      const { runPractice } = await import('./commands/practice');
      const { child, ...rest } = command.opts();
      await runPractice({ ...rest, isChild: child === true }, context.terminal);
      return EXIT.done;
    }),
  );
}

function defineServe(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = program
    .command('serve')
    .description(say.serve)
    .option('--port <n>', say.port, wholeNumber)
    .option('--open', say.open);
  command.action(
    context.run(async () => {
      const { runServe } = await import('./commands/serve');
      const { port = null, open = false } = command.opts<{
        readonly port?: number;
        readonly open?: boolean;
      }>();
      const options = { ...openOptions(context), port, shouldOpen: open };
      await runServe(options, context.terminal, context.language());
      return EXIT.done;
    }),
  );
}

/** Processor time of this process so far: what else the machine does is not in it. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function defineOptions(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = program
    .command('options')
    .description(say.options)
    .argument('<file>', say.optionsFile)
    .option('--json', say.jsonLines)
    .option('--score', say.score);
  command.action(
    context.run(async () => {
      const { runOptionsCommand } = await import('./commands/options');
      const { readInput } = await import('./commands/register');
      const input = await readInput(command.args[0] ?? '-', process.stdin);
      return runOptionsCommand({
        nowMs: processorMs,
        lines: new TextDecoder().decode(input.bytes).split('\n'),
        json: isJson(command),
        score: command.opts().score === true,
        language: context.language(),
        write: (line) => context.terminal.out(line),
      });
    }),
  );
}

function defineConfig(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const config = program.command('config').description(say.config);
  const commands = [
    config.command('list').description(say.configList),
    config.command('get').description(say.configGet).argument('<key>', say.key),
    config
      .command('set')
      .description(say.configSet)
      .argument('<key>', say.key)
      .argument('<value>', say.value),
  ];
  for (const command of commands) {
    withJson(command, say);
    command.action(
      context.run(async () => {
        const { runConfig } = await import('./commands/config');
        const [key, value] = command.args;
        const wanted = {
          ...(key === undefined ? {} : { key }),
          ...(value === undefined ? {} : { value }),
        };
        return runConfig(context.environment, wanted, isJson(command), context.terminal);
      }),
    );
  }
}

function defineDoctor(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(program.command('doctor').description(say.doctor), say);
  command.action(
    context.run(async () => {
      const { runDoctor } = await import('./commands/doctor');
      const { open } = await import('./open');
      const { root, terminal } = context;
      const openProduct = () => open(openOptions(context));
      return runDoctor(openProduct, root, isJson(command), terminal, context.language());
    }),
  );
}

function defineBackup(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(program.command('backup').description(say.backup), say);
  command.action(
    context.run(async () => {
      const { runBackup } = await import('./commands/backup');
      const { openBackups } = await import('./open');
      const backups = openBackups(context.environment);
      return runBackup(backups, isJson(command), context.terminal, context.language());
    }),
  );
}

function defineRestore(program: Command, context: CommandContext): void {
  const say = helpWords[context.language()];
  const command = withJson(
    program
      .command('restore')
      .description(say.restore)
      .option('--list', say.list)
      .option('--from <id>', say.from),
    say,
  );
  command.action(
    context.run(async () => {
      const { runRestore } = await import('./commands/backup');
      const { openBackups } = await import('./open');
      const { environment, terminal } = context;
      const { from = null } = command.opts<{ readonly from?: string }>();
      const options = { home: environment.home, from, json: isJson(command) };
      return runRestore(openBackups(environment), options, terminal, context.language());
    }),
  );
}

const STOP_DEADLINE_MS = 5_000;

function openOptions({ environment, root, script }: CommandContext): OpenOptions {
  return { environment, root, script };
}

/** Ctrl+C hands the current steps back before the process ends; a second one ends it at once. */
function endGracefully(stop: () => Promise<void>): void {
  const end = (): void => {
    void stop().finally(() => process.exit(EXIT.attention));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function isJson(command: Command): boolean {
  return command.opts().json === true;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}
