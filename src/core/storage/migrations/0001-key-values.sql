CREATE TABLE key_values (
  key TEXT PRIMARY KEY,
  value_json TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL
) STRICT;
