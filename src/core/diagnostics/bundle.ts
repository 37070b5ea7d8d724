import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { asStorage, stampOf } from '../backup/files';
import type { Workspace } from '../workspace/port';
import { type DiagnosticFacts, diagnosticEntries } from './entries';

/**
 * Writes the bundle into `diagnostics/` of the data folder and tells its path. Nothing is sent: the
 * seller decides who gets it. Throws STORAGE_*.
 */
export async function writeDiagnostics(
  workspace: Workspace,
  facts: DiagnosticFacts,
): Promise<string> {
  const folder = join(facts.home, 'diagnostics');
  const path = join(folder, `storebridge-${stampOf(facts.nowMs)}.zip`);
  const zip = new ZipFile();
  for (const { name, text } of await diagnosticEntries(workspace, facts)) {
    zip.addBuffer(Buffer.from(text), name, { mtime: new Date(facts.nowMs) });
  }
  zip.end();
  await asStorage(path, async () => {
    mkdirSync(folder, { recursive: true });
    await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
  });
  return path;
}
