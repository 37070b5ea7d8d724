import type { StoreId } from '@shared/domain/ids';
import type { Database } from '../storage/database';

/** The seller's own limit of new products per hour, counted over the last sixty minutes. */
export interface HourlyCap {
  /** Create calls of the last hour; such that never left are not counted. */
  usedInHour(storeId: StoreId, nowMs: number): number;
  /** When the next create call may be sent; null = now. */
  opensAtMs(storeId: StoreId, perHour: number, nowMs: number): number | null;
}

const HOUR_MS = 3_600_000;

/** Counts the intents on disk, so that a restart does not give the hour anew. */
export function createHourlyCap(database: Database): HourlyCap {
  // A moment in the future comes from a clock that was wrong, and must not block for ever.
  const counted = `FROM registration_intents
     WHERE store_id = ? AND written_at_ms > ? AND written_at_ms <= ?
       AND (outcome IS NULL OR outcome <> 'not-sent')`;
  const selectCount = database
    .prepare<[string, number, number], number>(`SELECT COUNT(*) ${counted}`)
    .pluck();
  const selectNth = database
    .prepare<[string, number, number, number], number>(
      `SELECT written_at_ms ${counted} ORDER BY written_at_ms LIMIT 1 OFFSET ?`,
    )
    .pluck();
  const usedInHour: HourlyCap['usedInHour'] = (storeId, nowMs) =>
    selectCount.get(storeId, nowMs - HOUR_MS, nowMs) ?? 0;

  return {
    usedInHour,
    opensAtMs: (storeId, perHour, nowMs) => {
      const used = usedInHour(storeId, nowMs);
      if (used < perHour) return null;
      const leavesMs = selectNth.get(storeId, nowMs - HOUR_MS, nowMs, used - perHour);
      return leavesMs === undefined ? null : leavesMs + HOUR_MS + 1;
    },
  };
}
