import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the program whose folder is `root`; empty when its manifest states none. */
export function versionOf(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(Object(manifest).version ?? '');
}
