import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** Where the running program of a data folder can be spoken to by other programs of the same user. */
const attachAddressSchema = z.object({
  version: z.literal(1),
  pid: z.int().positive(),
  port: z.int().min(1).max(65_535),
  token: z.string().min(32).max(200),
});
export type AttachAddress = z.infer<typeof attachAddressSchema>;

/** The file in the data folder that holds the address; readable by this user only. */
function attachFileOf(home: string): string {
  return join(home, 'run', 'attach.json');
}

/** Writes the address whole or not at all. */
export function writeAttachAddress(home: string, address: AttachAddress): void {
  const path = attachFileOf(home);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${address.pid}`;
  // The mode of an existing file would stay as it was.
  rmSync(temporary, { force: true });
  writeFileSync(temporary, JSON.stringify(address), { mode: 0o600, flag: 'wx' });
  renameSync(temporary, path);
}

/** The address in the file; null when there is none or it is none. Whether anybody answers there is not known. */
export function readAttachAddress(home: string): AttachAddress | null {
  try {
    return attachAddressSchema.parse(JSON.parse(readFileSync(attachFileOf(home), 'utf8')));
  } catch {
    // No file, or one of another version or kind: nobody to attach to.
    return null;
  }
}

/** Removes the file unless another program has put its own there since. */
export function removeAttachAddress(home: string, token: string): void {
  if (readAttachAddress(home)?.token === token) rmSync(attachFileOf(home), { force: true });
}
