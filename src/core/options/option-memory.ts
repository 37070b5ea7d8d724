import type { CorrectionOffer, LearnedCommand } from '@shared/options/correction';
import { learnedFrom, offerCorrection, patternKeyOf } from '@shared/options/correction';
import { type OptionCommand, optionCommandSchema } from '@shared/options/editor/commands';
import type { OptionReading } from '@shared/options/model';
import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';

/** Remembers sellers' corrections per supplier and pattern. Offers them; never applies one by itself. */
export interface OptionMemory {
  /** Keeps what can be learned of an edit; an edit without anything to learn changes nothing. */
  learn(supplierId: string, item: ReadItem, commands: readonly OptionCommand[]): void;
  /** What the remembered correction would make of this item; null when there is none or it changes nothing. */
  offer(supplierId: string, item: ReadItem): CorrectionOffer | null;
  /** The offers for a batch the seller has selected, by place; to be applied on the seller's request. */
  offerAll(supplierId: string, items: readonly ReadItem[]): readonly (CorrectionOffer | null)[];
  /** Counts that the seller took the offer. */
  markTaken(supplierId: string, item: ReadItem): void;
  forget(supplierId: string, item: ReadItem): void;
}

/** A reading and the supplier's own name of the dimension. */
export interface ReadItem {
  readonly reading: OptionReading;
  readonly setName: string;
}

const learnedSchema = z.array(
  z.union([
    optionCommandSchema,
    z.strictObject({ kind: z.literal('take-separator'), separator: z.string().nullable() }),
  ]),
);

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
  const select = database.prepare<[string, string], { commands_json: string }>(
    'SELECT commands_json FROM option_corrections WHERE supplier_id = ? AND pattern = ?',
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
  const patternOf = ({ reading, setName }: ReadItem): string => patternKeyOf(reading, setName);

  const find = (supplierId: string, pattern: string): readonly LearnedCommand[] => {
    const row = select.get(supplierId, pattern);
    if (row === undefined) return [];
    try {
      return learnedSchema.parse(JSON.parse(row.commands_json)).filter(isLearned);
    } catch (fault) {
      logger.warn(
        { supplierId, pattern, err: fault },
        'a remembered option correction is unreadable',
      );
      return [];
    }
  };

  const offer = (supplierId: string, item: ReadItem): CorrectionOffer | null => {
    const learned = find(supplierId, patternOf(item));
    return learned.length === 0 ? null : offerCorrection(item.reading, learned);
  };

  return {
    learn: (supplierId, item, commands) => {
      const learned = learnedFrom(commands);
      if (learned.length === 0) return;
      upsert.run(supplierId, patternOf(item), JSON.stringify(learned), clock.nowMs());
    },
    offer,
    offerAll: (supplierId, items) => items.map((item) => offer(supplierId, item)),
    markTaken: (supplierId, item) => {
      count.run(supplierId, patternOf(item));
    },
    forget: (supplierId, item) => {
      drop.run(supplierId, patternOf(item));
    },
  };
}

function isLearned(command: OptionCommand | LearnedCommand): command is LearnedCommand {
  return command.kind !== 'take-model';
}
