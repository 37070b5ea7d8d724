import type { Reason } from '@shared/domain/reason';
import type { MessageCode } from '@shared/texts/catalogue';
import type { TextParams } from '@shared/texts/types';

/** Why one picture is left out; the item goes on with the others, so it weighs as a warning. */
export function dropped(code: MessageCode, params?: TextParams): Reason {
  const reason: Reason = { code, severity: 'warn', field: 'images' };
  return params === undefined ? reason : { ...reason, params };
}
