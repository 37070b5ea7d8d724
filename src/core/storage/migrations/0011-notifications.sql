-- What the seller is told, written in the transaction of what it is about.
CREATE TABLE notifications (
  notification_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'ask', 'alarm')),
  code TEXT NOT NULL,
  params_json TEXT NOT NULL,
  store_id TEXT NOT NULL,
  item_no TEXT,
  group_key TEXT,
  dedupe_key TEXT,
  link_json TEXT,
  created_at_ms INTEGER NOT NULL,
  read_at_ms INTEGER,
  repeat_count INTEGER NOT NULL DEFAULT 0,
  -- Whether it was handed to the outlets; a crash before that leaves it to the next start.
  is_planned INTEGER NOT NULL DEFAULT 0,
  -- One line of the centre: a group, or the notification alone.
  line_key TEXT NOT NULL GENERATED ALWAYS AS (COALESCE(group_key, '#' || notification_id)) VIRTUAL
) STRICT;

CREATE INDEX notifications_by_line ON notifications (line_key, notification_id);
CREATE INDEX notifications_by_item ON notifications (item_no, notification_id)
  WHERE item_no IS NOT NULL;
CREATE INDEX notifications_by_dedupe ON notifications (dedupe_key, created_at_ms)
  WHERE dedupe_key IS NOT NULL;
CREATE INDEX notifications_unread ON notifications (line_key, severity) WHERE read_at_ms IS NULL;
CREATE INDEX notifications_unplanned ON notifications (notification_id) WHERE is_planned = 0;
CREATE INDEX notifications_by_age ON notifications (created_at_ms);

-- What still has to go out, by outlet; the row goes when the outlet has taken it.
CREATE TABLE notification_deliveries (
  outlet TEXT NOT NULL CHECK (outlet IN ('os', 'webhook', 'email')),
  notification_id INTEGER NOT NULL REFERENCES notifications (notification_id) ON DELETE CASCADE,
  PRIMARY KEY (outlet, notification_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX notification_deliveries_by_notification ON notification_deliveries (notification_id);
