import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';
import type { PictureSignature } from './likeness';

const sizePx = z.int().min(1);
const madeSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      widthPx: sizePx,
      heightPx: sizePx,
      sizeBytes: z.int().min(1),
    }),
  ),
  source: z.strictObject({ widthPx: sizePx, heightPx: sizePx }),
});

/** What was made of one content; the files lie in the pictures folder under their hashes. */
export type LoggedConversion = z.infer<typeof madeSchema> & {
  readonly signature: PictureSignature | null;
};

/** Which content became which files, in the database, so that a restart converts nothing again. */
export interface ConversionLog {
  /** Null when nothing was made of it for this target, or the row cannot be read. Whether the files are still there is the caller's to ask. */
  find(sourceSha256: string, target: string): LoggedConversion | null;
  record(sourceSha256: string, target: string, made: LoggedConversion): void;
}

/** About 7 KB each; what was used longest ago goes first. */
const MAX_ROWS = 5_000;

/** At most `MAX_ROWS` contents are remembered; finding one counts as using it. */
export function createSqliteConversionLog(database: Database, clock: Clock): ConversionLog {
  const select = database.prepare<[string, string], { made_json: string; cells: Buffer | null }>(
    'SELECT made_json, cells FROM converted_pictures WHERE source_sha256 = ? AND target = ?',
  );
  const touch = database.prepare(
    'UPDATE converted_pictures SET used_at_ms = ? WHERE source_sha256 = ? AND target = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO converted_pictures (source_sha256, target, made_json, cells, used_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (source_sha256, target) DO UPDATE SET made_json = excluded.made_json,
       cells = excluded.cells, used_at_ms = excluded.used_at_ms`,
  );
  const trim = database.prepare(
    `DELETE FROM converted_pictures WHERE used_at_ms <
       (SELECT used_at_ms FROM converted_pictures ORDER BY used_at_ms DESC LIMIT 1 OFFSET ${MAX_ROWS - 1})`,
  );
  return {
    find: (sourceSha256, target) => {
      const row = select.get(sourceSha256, target);
      if (row === undefined) return null;
      const made = madeSchema.safeParse(JSON.parse(row.made_json));
      if (!made.success) return null;
      touch.run(clock.nowMs(), sourceSha256, target);
      const signature = row.cells === null ? null : { cells: row.cells, ...made.data.source };
      return { ...made.data, signature };
    },
    record: (sourceSha256, target, { files, source, signature }) => {
      const json = JSON.stringify({ files, source });
      const cells = signature === null ? null : Buffer.from(signature.cells);
      upsert.run(sourceSha256, target, json, cells, clock.nowMs());
      trim.run();
    },
  };
}
