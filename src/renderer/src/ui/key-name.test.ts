import { expect, it } from 'vitest';
import { keyNameOf } from './key-name';

it.each([
  ['n', 'KeyN', 'n'],
  ['N', 'KeyN', 'n'],
  ['ㅜ', 'KeyN', 'n'],
  ['Process', 'KeyN', 'n'],
  // Dvorak: what is written counts, not where.
  ['b', 'KeyN', 'b'],
  ['?', 'Slash', '?'],
  ['ArrowDown', 'ArrowDown', 'arrowdown'],
])('takes %s of the key %s for %s', (key, code, name) => {
  expect(keyNameOf({ key, code })).toBe(name);
});
