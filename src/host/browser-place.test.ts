import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandomness } from '@core/platform/randomness';
import { createFakeClock } from '@core/testing/fake-clock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBrowserPlace } from './browser-place';

let home: string;
const clock = createFakeClock();
const open = () => openBrowserPlace({ home, clock, randomness: systemRandomness });
const file = () => join(home, 'run', 'browser.json');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-place-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('knows session and port again after a restart, from a file of this user only', () => {
  const first = open();
  expect(first.lastPort).toBeNull();
  first.remember(4321);
  expect(open()).toMatchObject({ session: first.session, lastPort: 4321 });
  if (process.platform !== 'win32') expect(statSync(file()).mode & 0o077).toBe(0);
});

it('makes the session anew after 30 days and stays at its port', async () => {
  const first = open();
  first.remember(4321);
  await clock.advance(30 * 24 * 60 * 60_000);
  const later = open();
  expect(later.session).not.toBe(first.session);
  later.remember(4321);
  expect(open()).toMatchObject({ session: later.session, lastPort: 4321 });
});

it('begins anew with a file that it cannot read, and does without one in a folder it cannot write to', () => {
  open().remember(4321);
  writeFileSync(file(), readFileSync(file(), 'utf8').replace(/[0-9a-f]{64}/, 'short'));
  expect(open().lastPort).toBeNull();
  rmSync(join(home, 'run'), { recursive: true });
  writeFileSync(join(home, 'run'), 'a file where the folder would be');
  const place = open();
  place.remember(4321);
  expect(place.session).toMatch(/^[0-9a-f]{64}$/);
});
