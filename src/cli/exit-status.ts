import type { AppError } from '@shared/errors/app-error';

/** What a command's end means to a script. */
export const EXIT = { done: 0, attention: 1, usage: 2, connection: 3 } as const;
/** A number the program may end with. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A file or value that was given wrongly is usage; all else stands between us and the job. */
export function exitStatusOf(fault: AppError): ExitStatus {
  const isUsage =
    fault.code.startsWith('INTAKE_') ||
    fault.code.startsWith('USAGE_') ||
    fault.code === 'SETTINGS_INVALID' ||
    fault.code === 'SETTINGS_UNKNOWN';
  return isUsage ? EXIT.usage : EXIT.connection;
}
