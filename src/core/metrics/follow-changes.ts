import { MAIN_STORE } from '@shared/domain/ids';
import type { WatchChange } from '@shared/domain/watch';
import type { Logger } from '../platform/logger';
import type { WatchService } from '../sync/port';

/** Most changes looked at per event; a vanished catalogue may bring thousands at once. */
const MOST_AT_ONCE = 500;

/**
 * Tells of every change once, after it is committed, oldest first; what was found before this began is
 * not told. Returns how to stop.
 */
export function followChanges(
  watch: Pick<WatchService, 'subscribe' | 'listChanges'>,
  onChange: (change: WatchChange) => void,
  logger: Logger,
): () => void {
  const newest = (offset: number, limit: number): readonly WatchChange[] =>
    watch.listChanges({ storeId: MAIN_STORE, offset, limit }).changes;
  let lastId = newest(0, 1)[0]?.changeId ?? 0;
  return watch.subscribe(({ hasNews }) => {
    if (!hasNews) return;
    try {
      const fresh: WatchChange[] = [];
      for (let offset = 0; ; offset += MOST_AT_ONCE) {
        const page = newest(offset, MOST_AT_ONCE).filter(({ changeId }) => changeId > lastId);
        fresh.push(...page);
        if (page.length < MOST_AT_ONCE) break;
      }
      for (const change of fresh.toSorted((a, b) => a.changeId - b.changeId)) {
        lastId = change.changeId;
        onChange(change);
      }
    } catch (fault) {
      logger.warn({ err: fault }, 'changes could not be followed');
    }
  });
}
