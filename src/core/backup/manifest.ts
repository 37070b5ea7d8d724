import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { itemOf } from './content';
import { BACKUP_KINDS } from './port';

/** File that makes a folder a complete backup. */
export const MANIFEST_NAME = 'backup.json';

const manifestSchema = z.object({
  version: z.literal(1),
  kind: z.enum(BACKUP_KINDS),
  createdAtMs: z.number(),
  files: z
    .array(
      z.object({
        path: z.string().refine((path) => itemOf(path) !== null),
        sizeBytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
});

/** What a backup holds, written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of the backup in `folder`; null when there is none that can be understood. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const parsed = manifestSchema.safeParse(
      JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8')),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    // Missing, unreadable or half a file: all the same, it is no complete backup.
    return null;
  }
}
