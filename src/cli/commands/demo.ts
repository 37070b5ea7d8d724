import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreBridge } from '@core/storebridge';
import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';
import { createLocalDesk } from '../register-desk';
import type { Terminal } from '../terminal';
import { words } from '../words';
import { runRegister } from './register';

/**
 * Runs the main job on the sample list against a fresh practice market, in a data folder that is
 * gone afterwards. Ends with `done` when every line got its verdict, also where a person would have
 * to decide.
 */
export async function runDemo(
  open: (home: string) => Promise<StoreBridge>,
  sampleList: string,
  json: boolean,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const home = mkdtempSync(join(tmpdir(), 'storebridge-demo-'));
  terminal.err(words[language].practice);
  try {
    const storebridge = await open(home);
    try {
      const input = { bytes: readFileSync(sampleList), name: 'sample-items.csv' };
      const status = await runRegister(
        createLocalDesk(storebridge),
        input,
        { json, column: null, isThrownAway: true },
        terminal,
        language,
      );
      return status === EXIT.attention ? EXIT.done : status;
    } finally {
      await storebridge.stop(5_000);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
