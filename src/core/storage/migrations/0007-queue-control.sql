-- What the seller wants of batches, lanes and stores, and what is done with a whole batch at once.

-- 1 goes before 0, 0 before -1; within one priority the batches of a lane take turns.
ALTER TABLE batches ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
-- Nothing of the batch is begun before this moment of the wall clock; 0 = at once.
ALTER TABLE batches ADD COLUMN starts_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batches ADD COLUMN cancelled_at_ms INTEGER;

CREATE INDEX batches_by_age ON batches (store_id, created_at_ms);
CREATE INDEX batches_scheduled ON batches (starts_at_ms) WHERE starts_at_ms > 0;

-- What the seller paused besides the whole queue (queue_control): a lane, a store, one batch.
CREATE TABLE queue_holds (
  scope TEXT NOT NULL CHECK (scope IN ('lane', 'store', 'batch')),
  name TEXT NOT NULL,
  held_since_ms INTEGER NOT NULL,
  PRIMARY KEY (scope, name)
) STRICT, WITHOUT ROWID;

-- How many products were sent in the last hour.
CREATE INDEX registration_intents_by_time ON registration_intents (store_id, written_at_ms);

-- What Naver keeps otherwise than it was sent, from the read-back after the product was created.
CREATE TABLE stored_differences (
  job_seq INTEGER NOT NULL REFERENCES jobs (job_seq),
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  -- Which one of several: an option's values, a picture's place.
  detail TEXT,
  wanted TEXT,
  stored TEXT,
  PRIMARY KEY (job_seq, position)
) STRICT, WITHOUT ROWID;

-- Taking back what a batch created: suspended or deleted at Naver, product by product.
CREATE TABLE undo_runs (
  undo_id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES batches (batch_id),
  store_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('suspend', 'delete')),
  created_at_ms INTEGER NOT NULL,
  -- Null while something is left to do.
  ended_at_ms INTEGER
) STRICT;

CREATE INDEX undo_runs_by_batch ON undo_runs (batch_id, created_at_ms);
CREATE INDEX undo_runs_open ON undo_runs (created_at_ms) WHERE ended_at_ms IS NULL;

CREATE TABLE undo_items (
  undo_id TEXT NOT NULL REFERENCES undo_runs (undo_id),
  position INTEGER NOT NULL,
  job_seq INTEGER REFERENCES jobs (job_seq),
  item_no TEXT NOT NULL,
  origin_product_no TEXT NOT NULL,
  name TEXT,
  is_adopted INTEGER NOT NULL,
  -- waiting: not begun; read: its before-image is kept; sent: a call was about to leave and what came
  -- of it is not known; the others are ends. gone: Naver no longer had it.
  state TEXT NOT NULL CHECK (state IN
    ('waiting', 'read', 'sent', 'done', 'gone', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- The product as Naver had it just before it was changed.
  before_json TEXT,
  reason_json TEXT,
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (undo_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX undo_items_by_state ON undo_items (undo_id, state, position);
CREATE INDEX undo_items_by_product ON undo_items (origin_product_no);

-- Trying a list without sending anything: everything up to the create call, one verdict per item.
CREATE TABLE rehearsals (
  rehearsal_id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER
) STRICT;

CREATE INDEX rehearsals_by_age ON rehearsals (store_id, created_at_ms);

CREATE TABLE rehearsal_items (
  rehearsal_id TEXT NOT NULL REFERENCES rehearsals (rehearsal_id),
  position INTEGER NOT NULL,
  item_no TEXT NOT NULL,
  -- Null until it is known.
  verdict TEXT CHECK (verdict IN
    ('would-register', 'registered', 'at-naver', 'needs-review', 'rejected', 'failed', 'cancelled')),
  title TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  reasons_json TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (rehearsal_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX rehearsal_items_by_verdict ON rehearsal_items (rehearsal_id, verdict, position);

-- Products at Naver that carry our seller code and are not among ours.
CREATE TABLE orphans (
  store_id TEXT NOT NULL,
  origin_product_no TEXT NOT NULL,
  channel_product_no TEXT NOT NULL,
  item_no TEXT NOT NULL,
  seller_code TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  sale_price_krw INTEGER NOT NULL,
  stock INTEGER NOT NULL,
  found_at_ms INTEGER NOT NULL,
  -- Null while the seller has not said.
  decision TEXT CHECK (decision IN ('adopted', 'left')),
  PRIMARY KEY (store_id, origin_product_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE orphan_scans (
  store_id TEXT PRIMARY KEY,
  ended_at_ms INTEGER NOT NULL,
  product_count INTEGER NOT NULL
) STRICT;
