import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of all files below `folder`; what comes or goes meanwhile is counted or not. 0 for no folder. */
export async function folderSizeBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let sizeBytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    // A file that is gone by now takes no room.
    const facts = await stat(join(entry.parentPath, entry.name)).catch(() => null);
    sizeBytes += facts?.size ?? 0;
  }
  return sizeBytes;
}
