import {
  type CorrectionOffer,
  type LearnedCommand,
  learnedCommandsSchema,
  offerCorrection,
  patternKeyOf,
} from '@shared/options/correction';
import type { InferenceContext } from '@shared/options/inference/choice-list';
import type { OptionReading } from '@shared/options/model';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';

/** Remembers sellers' corrections per supplier and pattern. Offers them; never applies one by itself. */
export interface OptionMemory {
  /** Keeps a correction for the supplier's items of this pattern; an empty one changes nothing. */
  learn(supplierId: string, item: ReadItem, learned: readonly LearnedCommand[]): void;
  /** What is remembered for items like this one; empty when nothing is. */
  recall(supplierId: string, item: ReadItem): readonly LearnedCommand[];
  /** What the remembered correction would make of this item; null when there is none or it changes nothing. */
  offer(supplierId: string, item: ReadItem): CorrectionOffer | null;
  /** Counts that the seller took the offer. */
  markTaken(supplierId: string, item: ReadItem): void;
  /** How often the seller took the offer. */
  takenCount(supplierId: string, item: ReadItem): number;
  forget(supplierId: string, item: ReadItem): void;
}

/** A reading and what it was read from; its name of the dimension is a part of the pattern. */
export interface ReadItem {
  readonly reading: OptionReading;
  readonly context: InferenceContext;
}

export interface OptionMemoryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** An option memory in the data folder's database. A row that cannot be read is logged and counts as none. */
export function createSqliteOptionMemory({
  database,
  clock,
  logger,
}: OptionMemoryDeps): OptionMemory {
  const select = database.prepare<
    [string, string],
    { readonly commands_json: string; readonly taken_count: number }
  >(
    'SELECT commands_json, taken_count FROM option_corrections WHERE supplier_id = ? AND pattern = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO option_corrections (supplier_id, pattern, commands_json, learned_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (supplier_id, pattern)
     DO UPDATE SET commands_json = excluded.commands_json, learned_at_ms = excluded.learned_at_ms`,
  );
  const count = database.prepare(
    'UPDATE option_corrections SET taken_count = taken_count + 1 WHERE supplier_id = ? AND pattern = ?',
  );
  const drop = database.prepare(
    'DELETE FROM option_corrections WHERE supplier_id = ? AND pattern = ?',
  );
  const patternOf = ({ reading, context }: ReadItem): string =>
    patternKeyOf(reading, context.setName);

  const recall = (supplierId: string, item: ReadItem): readonly LearnedCommand[] => {
    const pattern = patternOf(item);
    const row = select.get(supplierId, pattern);
    if (row === undefined) return [];
    try {
      return learnedCommandsSchema.parse(JSON.parse(row.commands_json));
    } catch (fault) {
      logger.warn(
        { supplierId, pattern, err: fault },
        'a remembered option correction is unreadable',
      );
      return [];
    }
  };

  return {
    learn: (supplierId, item, learned) => {
      if (learned.length === 0) return;
      upsert.run(supplierId, patternOf(item), JSON.stringify(learned), clock.nowMs());
    },
    recall,
    offer: (supplierId, item) => {
      const learned = recall(supplierId, item);
      return learned.length === 0 ? null : offerCorrection(item.reading, learned, item.context);
    },
    markTaken: (supplierId, item) => {
      count.run(supplierId, patternOf(item));
    },
    takenCount: (supplierId, item) => select.get(supplierId, patternOf(item))?.taken_count ?? 0,
    forget: (supplierId, item) => {
      drop.run(supplierId, patternOf(item));
    },
  };
}
