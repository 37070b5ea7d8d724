import { resolve } from 'node:path';
import { readEnvironment } from '@core/settings/environment';
import { createSettingsService } from '@core/settings/settings-service';
import { diskFaultOf } from '@core/storage/sqlite-fault';
import { type AppError, toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { CommanderError } from 'commander';
import { EXIT, type ExitStatus, exitStatusOf } from './exit-status';
import { createProgram } from './program';
import { createTerminal, type Terminal } from './terminal';
import { hasShownHelp, usageFault } from './usage-fault';

async function main(): Promise<ExitStatus> {
  const terminal = createTerminal(process.stdout, process.stderr, () => performance.now());
  const environment = readEnvironment(process.env);
  // Read before the words are parsed, because the help is in it too.
  let language = languageOf(environment.home);
  let status: ExitStatus = EXIT.done;
  const program = createProgram({
    environment,
    root: resolve(import.meta.dirname, '..', '..'),
    script: import.meta.filename,
    terminal,
    language: () => language,
    run: (work) => async () => {
      language = languageOf(environment.home);
      status = await work();
    },
  });
  try {
    await program.parseAsync();
    return status;
  } catch (fault) {
    if (fault instanceof CommanderError && hasShownHelp(fault)) {
      return fault.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    const known =
      fault instanceof CommanderError
        ? usageFault(fault)
        : (diskFaultOf(fault, environment.home) ?? toAppError(fault));
    report(known, terminal, language);
    return exitStatusOf(known);
  }
}

/** Damaged settings are told by the command that needs them; restoring is one that does not. */
function languageOf(home: string): Language {
  try {
    return createSettingsService(home).get().language;
  } catch {
    return 'ko';
  }
}

function report(fault: AppError, terminal: Terminal, language: Language): void {
  const { message, fix } = textOf(fault.code, language, fault.params);
  terminal.endProgress();
  terminal.err(`${message}\n→ ${fix}`);
  if (!process.argv.includes('--json')) return;
  const field = fault.field === undefined ? {} : { field: fault.field };
  terminal.out(JSON.stringify({ error: { code: fault.code, ...field, message, fix } }));
}

process.exitCode = await main();
