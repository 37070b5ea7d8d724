import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes `text` to `path` so that a reader sees the old or the new file, never half of one, also
 * after power loss: temporary file beside it, synced, renamed. Creates the folder.
 */
export function writeFileAtomically(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
