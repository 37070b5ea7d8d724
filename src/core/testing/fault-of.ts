import { AppError } from '@shared/errors/app-error';
import { catalogue } from '@shared/texts/catalogue';

const PLACE = /\{(\w+)(?::\w+)?\}/g;

/**
 * The AppError that `work` fails with. Throws when it succeeds or fails with anything else, and when
 * a person would read a text with an unfilled place.
 */
export async function faultOf(work: Promise<unknown>): Promise<AppError> {
  const outcome = await work.then(
    () => 'success',
    (fault: unknown) => fault,
  );
  if (!(outcome instanceof AppError)) {
    throw new Error(`expected an AppError, got ${String(outcome)}`, { cause: outcome });
  }
  for (const language of ['ko', 'en'] as const) {
    const { message, fix } = catalogue[outcome.code][language];
    for (const [place, name = ''] of `${message} ${fix}`.matchAll(PLACE)) {
      if (outcome.params[name] === undefined) {
        throw new Error(`${outcome.code} (${language}) leaves ${place} open`);
      }
    }
  }
  return outcome;
}
