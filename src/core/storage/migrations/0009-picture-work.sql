-- Products whose pictures are to be copied to the seller's storage, and how far that is.
CREATE TABLE picture_backups (
  product_no TEXT NOT NULL PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'stored', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at_ms INTEGER NOT NULL,
  problem_json TEXT,
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX picture_backups_by_state ON picture_backups (state, next_try_at_ms);

-- What was made of a content for a target; the files themselves lie in the pictures folder.
CREATE TABLE converted_pictures (
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  target TEXT NOT NULL,
  made_json TEXT NOT NULL,
  cells BLOB,
  used_at_ms INTEGER NOT NULL,
  PRIMARY KEY (source_sha256, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX converted_pictures_by_use ON converted_pictures (used_at_ms);
