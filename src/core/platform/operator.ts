import { hostname, userInfo } from 'node:os';

/** Who sits at this computer, for logs of decisions: the account's name, else the computer's. */
export function operatorName(): string {
  try {
    const { username } = userInfo();
    if (username !== '') return username;
  } catch {
    // An account without an entry (containers) has no name; the computer's says enough.
  }
  return hostname();
}
