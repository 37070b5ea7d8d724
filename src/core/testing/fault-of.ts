import { AppError } from '@shared/errors/app-error';

/** The AppError that `work` fails with; throws when it succeeds or fails with anything else. */
export async function faultOf(work: Promise<unknown>): Promise<AppError> {
  const outcome = await work.then(
    () => 'success',
    (fault: unknown) => fault,
  );
  if (outcome instanceof AppError) return outcome;
  throw new Error(`expected an AppError, got ${String(outcome)}`, { cause: outcome });
}
