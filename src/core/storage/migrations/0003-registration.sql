-- The durable queue. SQLite is its only truth: memory is a view that can be rebuilt from here.

CREATE TABLE batches (
  batch_id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  name TEXT NOT NULL,
  lane TEXT NOT NULL CHECK (lane IN ('normal', 'batch', 'sync', 'review')),
  job_count INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

-- One job per item and store for ever, so that an item cannot be registered by two jobs.
CREATE TABLE jobs (
  job_seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL UNIQUE,
  -- The batch that brought it first; every batch that asked for it is in batch_members.
  batch_id TEXT NOT NULL REFERENCES batches (batch_id),
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  lane TEXT NOT NULL CHECK (lane IN ('normal', 'batch', 'sync', 'review')),
  state TEXT NOT NULL CHECK (state IN (
    'queued', 'fetching', 'preparing', 'uploading', 'registering', 'verifying',
    'done', 'needs-review', 'rejected', 'failed', 'cancelled', 'unreadable')),
  -- The worker run that holds the job now; a run that is over holds nothing.
  claimed_by TEXT,
  -- Faults of this item in its present step.
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Kept to the end: what the seller should know although the job went on.
  warnings_json TEXT NOT NULL DEFAULT '[]',
  -- Why it rests, or what slows it down now.
  reasons_json TEXT NOT NULL DEFAULT '[]',
  title TEXT,
  draft_version INTEGER,
  -- The create call whose outcome is not known yet.
  open_intent_id INTEGER,
  is_cancel_wanted INTEGER NOT NULL DEFAULT 0,
  origin_product_no TEXT,
  channel_product_no TEXT,
  not_before_ms INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  done_at_ms INTEGER,
  UNIQUE (store_id, item_no)
) STRICT;

CREATE INDEX jobs_by_state ON jobs (store_id, state, job_seq);
CREATE INDEX jobs_by_store ON jobs (store_id);
CREATE INDEX jobs_by_item ON jobs (item_no);
CREATE INDEX jobs_by_done ON jobs (store_id, done_at_ms) WHERE done_at_ms IS NOT NULL;
-- What a worker may take, in the order it takes it.
CREATE INDEX jobs_claimable ON jobs (state, lane, batch_id, not_before_ms, job_seq)
  WHERE claimed_by IS NULL;
CREATE INDEX jobs_claimed ON jobs (claimed_by) WHERE claimed_by IS NOT NULL;

-- The state is repeated here, so that a page of one state of a long batch is read from one index.
CREATE TABLE batch_members (
  batch_id TEXT NOT NULL REFERENCES batches (batch_id),
  job_seq INTEGER NOT NULL REFERENCES jobs (job_seq),
  state TEXT NOT NULL,
  PRIMARY KEY (batch_id, job_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_members_by_job ON batch_members (job_seq);
CREATE INDEX batch_members_by_state ON batch_members (batch_id, state, job_seq);

-- Counted as rows change, so that the screen's numbers cost nothing at a hundred thousand jobs.
CREATE TABLE job_counts (
  store_id TEXT NOT NULL,
  lane TEXT NOT NULL,
  state TEXT NOT NULL,
  job_count INTEGER NOT NULL,
  PRIMARY KEY (store_id, lane, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER jobs_counted_on_insert AFTER INSERT ON jobs BEGIN
  INSERT INTO job_counts (store_id, lane, state, job_count)
    VALUES (NEW.store_id, NEW.lane, NEW.state, 1)
    ON CONFLICT (store_id, lane, state) DO UPDATE SET job_count = job_count + 1;
END;

CREATE TRIGGER jobs_counted_on_change AFTER UPDATE OF state, lane ON jobs
  WHEN OLD.state <> NEW.state OR OLD.lane <> NEW.lane BEGIN
  UPDATE job_counts SET job_count = job_count - 1
    WHERE store_id = OLD.store_id AND lane = OLD.lane AND state = OLD.state;
  INSERT INTO job_counts (store_id, lane, state, job_count)
    VALUES (NEW.store_id, NEW.lane, NEW.state, 1)
    ON CONFLICT (store_id, lane, state) DO UPDATE SET job_count = job_count + 1;
END;

CREATE TRIGGER batch_members_follow AFTER UPDATE OF state ON jobs
  WHEN OLD.state <> NEW.state
BEGIN
  UPDATE batch_members SET state = NEW.state WHERE job_seq = NEW.job_seq;
END;

-- The codes of warnings_json and reasons_json, for "all jobs with this reason".
CREATE TABLE job_reasons (
  code TEXT NOT NULL,
  job_seq INTEGER NOT NULL REFERENCES jobs (job_seq),
  PRIMARY KEY (code, job_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_reasons_by_job ON job_reasons (job_seq);

-- Every step, written when it begins and again when it ends. No end: it was interrupted.
CREATE TABLE job_steps (
  step_id INTEGER PRIMARY KEY,
  job_seq INTEGER NOT NULL REFERENCES jobs (job_seq),
  step TEXT NOT NULL,
  run_id TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  outcome TEXT CHECK (outcome IN ('done', 'rested', 'put-off', 'interrupted')),
  code TEXT
) STRICT;

CREATE INDEX job_steps_by_job ON job_steps (job_seq, step_id);
CREATE INDEX job_steps_open ON job_steps (job_seq) WHERE ended_at_ms IS NULL;

-- Written before every create call: Naver has no idempotency key, so what may have been sent must
-- be known after any interruption.
CREATE TABLE registration_intents (
  intent_id INTEGER PRIMARY KEY,
  job_seq INTEGER NOT NULL REFERENCES jobs (job_seq),
  store_id TEXT NOT NULL,
  seller_code TEXT NOT NULL,
  body_sha256 TEXT NOT NULL,
  draft_version INTEGER NOT NULL,
  written_at_ms INTEGER NOT NULL,
  -- Null while it is not known what came of the call.
  outcome TEXT CHECK (outcome IN ('created', 'found', 'rejected', 'absent', 'not-sent')),
  settled_at_ms INTEGER,
  look_ups INTEGER NOT NULL DEFAULT 0,
  reasons_json TEXT NOT NULL DEFAULT '[]',
  trace_id TEXT,
  -- What the product must look like; dropped once verified.
  expectation_json TEXT
) STRICT;

CREATE INDEX registration_intents_by_job ON registration_intents (job_seq, intent_id);
CREATE INDEX registration_intents_rejected ON registration_intents (job_seq, body_sha256)
  WHERE outcome = 'rejected';

-- What exists at Naver because of us, or was found there under our seller code.
CREATE TABLE products (
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  origin_product_no TEXT NOT NULL,
  channel_product_no TEXT,
  seller_code TEXT NOT NULL,
  name TEXT,
  sale_price_krw INTEGER,
  stock INTEGER,
  draft_version INTEGER,
  -- True when it was already at Naver and only taken over here.
  is_adopted INTEGER NOT NULL,
  registered_at_ms INTEGER NOT NULL,
  verified_at_ms INTEGER,
  PRIMARY KEY (store_id, item_no)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX products_by_origin ON products (store_id, origin_product_no);

-- One row: what the seller wants of the whole queue.
CREATE TABLE queue_control (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  is_paused INTEGER NOT NULL
) STRICT;

INSERT INTO queue_control (only_row, is_paused) VALUES (1, 0);
