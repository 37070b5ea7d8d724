import { AppError } from '@shared/errors/app-error';
import type { CommanderError } from 'commander';

/** What a person wrote wrongly, in words of our own; the parser's exist in English only. */
export function usageFault(fault: CommanderError): AppError {
  const word = /'([^']*)'/.exec(fault.message)?.[1] ?? '';
  switch (fault.code) {
    case 'commander.unknownCommand':
      return new AppError('USAGE_UNKNOWN_COMMAND', { params: { word } });
    case 'commander.unknownOption':
      return new AppError('USAGE_UNKNOWN_OPTION', { params: { word } });
    case 'commander.missingArgument':
      return new AppError('USAGE_MISSING_ARGUMENT', { params: { word } });
    case 'commander.optionMissingArgument':
      return new AppError('USAGE_MISSING_VALUE', { params: { word: word.split(' ')[0] ?? word } });
    case 'commander.excessArguments':
      return new AppError('USAGE_TOO_MANY_ARGUMENTS');
    case 'commander.invalidArgument': {
      const value = /argument '([^']*)' is invalid/.exec(fault.message)?.[1] ?? '';
      return new AppError('USAGE_BAD_VALUE', {
        params: { option: word.split(' ')[0] ?? word, value },
      });
    }
    default:
      return new AppError('USAGE_WRONG');
  }
}

/** True where the parser has already shown the help in place of a command's work. */
export function hasShownHelp(fault: CommanderError): boolean {
  return fault.code === 'commander.help' || fault.exitCode === 0;
}
