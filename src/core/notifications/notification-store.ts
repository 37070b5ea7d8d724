import type {
  Notification,
  NotificationKind,
  NotificationLine,
  NotificationSeverity,
  UnreadNotifications,
} from '@shared/domain/notification';
import type { Database } from '../storage/database';
import {
  lineOf,
  NOTIFICATION_COLUMNS,
  type NotificationRow,
  notificationOf,
} from './notification-row';
import type { NotificationOutcome, NotificationRequest, OutletName } from './port';

/** Which lines of the centre; all given conditions hold together. */
export interface LineFilter {
  readonly kinds?: readonly NotificationKind[];
  readonly severities?: readonly NotificationSeverity[];
  readonly itemNo?: string;
  readonly isUnreadOnly?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Which notifications a reading mark is about. */
export type MarkTarget =
  | { readonly kind: 'ids'; readonly ids: readonly number[] }
  | { readonly kind: 'lines'; readonly lineKeys: readonly string[] }
  /** All up to this one, so that what came while the person looked stays unread. */
  | { readonly kind: 'all'; readonly upToId: number };

/** Notifications in SQLite. Every method is one statement or one transaction; throws SQLite's errors. */
export interface NotificationStore {
  insert(request: NotificationRequest, atMs: number): NotificationOutcome;
  lines(filter: LineFilter): {
    readonly lines: readonly NotificationLine[];
    readonly total: number;
  };
  ofLine(
    lineKey: string,
    offset: number,
    limit: number,
  ): { readonly notifications: readonly Notification[]; readonly total: number };
  find(ids: readonly number[]): readonly Notification[];
  unread(): UnreadNotifications;
  /** `readAtMs: null` makes them unread again. Gives how many changed. */
  mark(target: MarkTarget, readAtMs: number | null): number;
  /** 0 while there are none. */
  latestId(): number;
  /** Hands committed notifications to the outlets that want them; gives what was new. */
  plan(outletsFor: (notification: Notification) => readonly OutletName[]): readonly Notification[];
  /** Planned for the outlet and not taken yet, at most `WAITING_MAX_ROWS`. */
  waiting(outlet: OutletName): readonly Notification[];
  /** The outlet is done with them, delivered or given up. */
  taken(outlet: OutletName, ids: readonly number[]): void;
  /** Removes what is older, and of the read ones what exceeds `maxRows`. Gives how many. */
  prune(beforeMs: number, maxRows: number): number;
}

/** How long a `dedupeKey` counts as told. */
const DEDUPE_MS = 24 * 3_600_000;
/** Rows planned per turn, so that a flood does not hold the event loop. */
const PLAN_MAX_ROWS = 2000;
/** Most that one outlet is shown at once; it says their number, not each. */
const WAITING_MAX_ROWS = 5000;

const SEVERITY_RANK = `CASE severity WHEN 'alarm' THEN 2 WHEN 'ask' THEN 1 ELSE 0 END`;
const SEVERITIES: readonly NotificationSeverity[] = ['info', 'ask', 'alarm'];

interface LineRow {
  readonly line_key: string;
  readonly row_count: number;
  readonly unread_count: number;
  readonly gravest: number;
  readonly kind_count: number;
  readonly latest_id: number;
}

/** The same `dedupeKey` within 24 hours counts as told. */
export function createNotificationStore(database: Database): NotificationStore {
  const selectRepeated = database.prepare<[string, number], { notification_id: number }>(
    `SELECT notification_id FROM notifications WHERE dedupe_key = ? AND created_at_ms > ?
     ORDER BY created_at_ms DESC LIMIT 1`,
  );
  const countRepeat = database.prepare(
    'UPDATE notifications SET repeat_count = repeat_count + 1 WHERE notification_id = ?',
  );
  const insert = database.prepare(
    `INSERT INTO notifications (kind, severity, code, params_json, store_id, item_no, group_key,
       dedupe_key, link_json, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectOne = database.prepare<[number], NotificationRow>(
    `SELECT ${NOTIFICATION_COLUMNS} FROM notifications WHERE notification_id = ?`,
  );
  const selectOfLine = database.prepare<[string, number, number], NotificationRow>(
    `SELECT ${NOTIFICATION_COLUMNS} FROM notifications WHERE line_key = ?
     ORDER BY notification_id DESC LIMIT ? OFFSET ?`,
  );
  const countOfLine = database.prepare<[string], { total: number }>(
    'SELECT COUNT(*) AS total FROM notifications WHERE line_key = ?',
  );
  const selectUnread = database.prepare<
    [],
    { notifications: number; lines: number; alarms: number }
  >(
    `SELECT COUNT(*) AS notifications, COUNT(DISTINCT line_key) AS lines,
       COUNT(DISTINCT CASE severity WHEN 'alarm' THEN line_key END) AS alarms
     FROM notifications INDEXED BY notifications_unread WHERE read_at_ms IS NULL`,
  );
  const selectLatestId = database.prepare<[], { latest: number | null }>(
    'SELECT MAX(notification_id) AS latest FROM notifications',
  );
  const markLine = database.prepare(
    'UPDATE notifications SET read_at_ms = ? WHERE line_key = ? AND (read_at_ms IS NULL) = ?',
  );
  const markOne = database.prepare(
    'UPDATE notifications SET read_at_ms = ? WHERE notification_id = ? AND (read_at_ms IS NULL) = ?',
  );
  const markAll = database.prepare(
    'UPDATE notifications SET read_at_ms = ? WHERE notification_id <= ? AND (read_at_ms IS NULL) = ?',
  );
  const selectUnplanned = database.prepare<[number], NotificationRow>(
    `SELECT ${NOTIFICATION_COLUMNS} FROM notifications INDEXED BY notifications_unplanned
     WHERE is_planned = 0 ORDER BY notification_id LIMIT ?`,
  );
  const setPlanned = database.prepare(
    'UPDATE notifications SET is_planned = 1 WHERE notification_id = ?',
  );
  const insertDelivery = database.prepare(
    'INSERT OR IGNORE INTO notification_deliveries (outlet, notification_id) VALUES (?, ?)',
  );
  const selectWaiting = database.prepare<[string, number], NotificationRow>(
    `SELECT ${NOTIFICATION_COLUMNS} FROM notification_deliveries
     JOIN notifications USING (notification_id) WHERE outlet = ? ORDER BY notification_id LIMIT ?`,
  );
  const deleteDelivery = database.prepare(
    'DELETE FROM notification_deliveries WHERE outlet = ? AND notification_id = ?',
  );
  const deleteOld = database.prepare('DELETE FROM notifications WHERE created_at_ms < ?');
  const deleteSurplus = database.prepare(
    `DELETE FROM notifications WHERE read_at_ms IS NOT NULL AND notification_id <= (
       SELECT notification_id FROM notifications ORDER BY notification_id DESC LIMIT 1 OFFSET ?)`,
  );

  const findAll = (ids: readonly number[]): Notification[] =>
    ids.flatMap((id) => {
      const row = selectOne.get(id);
      return row === undefined ? [] : [notificationOf(row)];
    });

  return {
    insert: (request, atMs) => {
      const { dedupeKey } = request;
      const repeated =
        dedupeKey === undefined ? undefined : selectRepeated.get(dedupeKey, atMs - DEDUPE_MS);
      if (repeated !== undefined) {
        countRepeat.run(repeated.notification_id);
        return { kind: 'repeated', notificationId: repeated.notification_id };
      }
      const { lastInsertRowid } = insert.run(
        request.kind,
        request.severity,
        request.code,
        JSON.stringify(request.params ?? {}),
        request.storeId,
        request.itemNo ?? null,
        request.groupKey ?? null,
        dedupeKey ?? null,
        request.link === undefined ? null : JSON.stringify(request.link),
        atMs,
      );
      return { kind: 'recorded', notificationId: Number(lastInsertRowid) };
    },
    lines: (filter) => {
      const { where, params } = conditionsOf(filter);
      const rows = database
        .prepare<unknown[], LineRow>(
          `SELECT line_key, COUNT(*) AS row_count, SUM(read_at_ms IS NULL) AS unread_count,
             MAX(${SEVERITY_RANK}) AS gravest, COUNT(DISTINCT kind) AS kind_count,
             MAX(notification_id) AS latest_id
           FROM notifications ${where} GROUP BY line_key ORDER BY latest_id DESC LIMIT ? OFFSET ?`,
        )
        .all(...params, filter.limit, filter.offset);
      const counted = database
        .prepare<unknown[], { total: number }>(
          `SELECT COUNT(DISTINCT line_key) AS total FROM notifications ${where}`,
        )
        .get(...params);
      return {
        lines: rows.flatMap((row) => {
          const latest = selectOne.get(row.latest_id);
          if (latest === undefined) return [];
          return [
            lineOf(notificationOf(latest), {
              count: row.row_count,
              unreadCount: row.unread_count,
              severity: SEVERITIES[row.gravest] ?? 'info',
              isOneKind: row.kind_count === 1,
            }),
          ];
        }),
        total: counted?.total ?? 0,
      };
    },
    ofLine: (lineKey, offset, limit) => ({
      notifications: selectOfLine.all(lineKey, limit, offset).map(notificationOf),
      total: countOfLine.get(lineKey)?.total ?? 0,
    }),
    find: findAll,
    unread: () => {
      const row = selectUnread.get();
      return {
        notifications: row?.notifications ?? 0,
        lines: row?.lines ?? 0,
        alarmLines: row?.alarms ?? 0,
      };
    },
    mark: (target, readAtMs) => {
      // Only those that change: a second reading keeps the moment of the first.
      const isNow = readAtMs === null ? 0 : 1;
      if (target.kind === 'all') return markAll.run(readAtMs, target.upToId, isNow).changes;
      return database.transaction(() => {
        let changes = 0;
        if (target.kind === 'ids') {
          for (const id of target.ids) changes += markOne.run(readAtMs, id, isNow).changes;
        } else {
          for (const key of target.lineKeys) changes += markLine.run(readAtMs, key, isNow).changes;
        }
        return changes;
      })();
    },
    latestId: () => selectLatestId.get()?.latest ?? 0,
    plan: (outletsFor) =>
      database
        .transaction(() => {
          const fresh = selectUnplanned.all(PLAN_MAX_ROWS).map(notificationOf);
          for (const notification of fresh) {
            setPlanned.run(notification.notificationId);
            for (const outlet of outletsFor(notification)) {
              insertDelivery.run(outlet, notification.notificationId);
            }
          }
          return fresh;
        })
        .immediate(),
    waiting: (outlet) => selectWaiting.all(outlet, WAITING_MAX_ROWS).map(notificationOf),
    taken: (outlet, ids) => {
      database.transaction(() => {
        for (const id of ids) deleteDelivery.run(outlet, id);
      })();
    },
    prune: (beforeMs, maxRows) =>
      database.transaction(
        () => deleteOld.run(beforeMs).changes + deleteSurplus.run(maxRows).changes,
      )(),
  };
}

function conditionsOf(filter: LineFilter): {
  readonly where: string;
  readonly params: readonly unknown[];
} {
  const conditions: string[] = [];
  const params: unknown[] = [];
  const isIn = (column: string, values: readonly string[] | undefined): void => {
    if (values === undefined) return;
    conditions.push(`${column} IN (${values.map(() => '?').join(', ')})`);
    params.push(...values);
  };
  isIn('kind', filter.kinds);
  isIn('severity', filter.severities);
  if (filter.itemNo !== undefined) {
    conditions.push('item_no = ?');
    params.push(filter.itemNo);
  }
  if (filter.isUnreadOnly === true) conditions.push('read_at_ms IS NULL');
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, params };
}
