-- What each store already has: a picture is sent once per store and found again by its content.
CREATE TABLE uploaded_pictures (
  store_id TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  url TEXT NOT NULL CHECK (length(url) > 0),
  uploaded_at_ms INTEGER NOT NULL,
  PRIMARY KEY (store_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX uploaded_pictures_by_url ON uploaded_pictures (store_id, url);

-- Which object of the backup storage holds which content, so that a repeated backup sends nothing.
CREATE TABLE backed_up_pictures (
  target TEXT NOT NULL,
  object_key TEXT NOT NULL,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  stored_at_ms INTEGER NOT NULL,
  PRIMARY KEY (target, object_key)
) STRICT, WITHOUT ROWID;
