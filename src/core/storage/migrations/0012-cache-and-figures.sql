-- What was read from the wholesaler and may be shown again for a while. May be lost without harm.
CREATE TABLE cache_entries (
  cache_key TEXT PRIMARY KEY,
  value_json TEXT NOT NULL,
  fresh_until_ms INTEGER NOT NULL,
  keep_until_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX cache_entries_by_end ON cache_entries (keep_until_ms);

CREATE TABLE cache_tags (
  tag TEXT NOT NULL,
  cache_key TEXT NOT NULL REFERENCES cache_entries (cache_key) ON DELETE CASCADE,
  PRIMARY KEY (tag, cache_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX cache_tags_by_key ON cache_tags (cache_key);

-- Sums per hour behind the charts: counted things have a count, measured ones also sum and buckets.
CREATE TABLE hourly_figures (
  hour_at_ms INTEGER NOT NULL,
  figure TEXT NOT NULL,
  label TEXT NOT NULL,
  count INTEGER NOT NULL,
  sum REAL NOT NULL,
  buckets_json TEXT,
  PRIMARY KEY (hour_at_ms, figure, label)
) STRICT, WITHOUT ROWID;
