-- Watching the wholesaler. What is about the item alone is kept once per item; what is about a
-- listing, once per store and item.

-- Narrow on purpose: every check writes its row, also when nothing changed.
CREATE TABLE watch_items (
  item_no TEXT PRIMARY KEY,
  added_at_ms INTEGER NOT NULL,
  last_checked_at_ms INTEGER,
  last_changed_at_ms INTEGER,
  -- Checks in a row that told nothing: unreadable, or absent without a word.
  failures INTEGER NOT NULL DEFAULT 0,
  hash TEXT,
  source_status TEXT CHECK (source_status IN ('on-sale', 'ended', 'other')),
  price_krw INTEGER,
  stock INTEGER,
  supplier_id TEXT,
  category_code TEXT,
  problem_json TEXT
) STRICT, WITHOUT ROWID;

-- Written only when the item changed.
CREATE TABLE watch_snapshots (
  item_no TEXT PRIMARY KEY,
  snapshot_json TEXT NOT NULL,
  taken_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_products (
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  is_pinned INTEGER NOT NULL DEFAULT 0,
  locks_json TEXT NOT NULL DEFAULT '[]',
  -- The listing as last read back; null = what the registration wrote.
  listed_json TEXT,
  is_suspended_by_us INTEGER NOT NULL DEFAULT 0,
  -- The wholesaler's price and stock that the listing last followed: tolerances count from here.
  reference_json TEXT,
  last_applied_at_ms INTEGER,
  last_sold_at_ms INTEGER,
  problem_json TEXT,
  PRIMARY KEY (store_id, item_no)
) STRICT, WITHOUT ROWID;

CREATE INDEX watch_products_by_item ON watch_products (item_no);

INSERT INTO watch_items (item_no, added_at_ms)
  SELECT item_no, min(registered_at_ms) FROM products GROUP BY item_no;
INSERT INTO watch_products (store_id, item_no) SELECT store_id, item_no FROM products;

-- A product is watched from the moment it exists, whoever made it.
CREATE TRIGGER products_are_watched AFTER INSERT ON products BEGIN
  INSERT INTO watch_items (item_no, added_at_ms) VALUES (NEW.item_no, NEW.registered_at_ms)
    ON CONFLICT (item_no) DO NOTHING;
  INSERT INTO watch_products (store_id, item_no) VALUES (NEW.store_id, NEW.item_no)
    ON CONFLICT (store_id, item_no) DO NOTHING;
END;

CREATE TABLE watch_changes (
  change_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  aspect TEXT CHECK (aspect IN ('price', 'stock', 'status')),
  option_key TEXT,
  option_name TEXT,
  old_json TEXT NOT NULL,
  new_json TEXT NOT NULL,
  detected_at_ms INTEGER NOT NULL,
  unseen_for_ms INTEGER,
  action TEXT NOT NULL CHECK (action IN ('act', 'ask', 'tell', 'ignore')),
  state TEXT NOT NULL CHECK (state IN (
    'pending', 'awaiting-approval', 'applied', 'told', 'ignored', 'dismissed', 'held', 'dry-run',
    'failed', 'superseded')),
  reasons_json TEXT NOT NULL DEFAULT '[]',
  settled_at_ms INTEGER
) STRICT;

CREATE INDEX watch_changes_by_store ON watch_changes (store_id, change_id);
CREATE INDEX watch_changes_by_item ON watch_changes (store_id, item_no, change_id);
CREATE INDEX watch_changes_by_state ON watch_changes (store_id, state, change_id);
CREATE INDEX watch_changes_by_kind ON watch_changes (store_id, kind, change_id);
CREATE INDEX watch_changes_by_time ON watch_changes (detected_at_ms);

-- The follow-up of changes: "bring these parts of the listing up to date". What exactly is written
-- follows from the newest snapshot at the moment of writing.
CREATE TABLE watch_writes (
  write_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  aspects_json TEXT NOT NULL,
  -- Parts that the seller approved: policies, bounds and locks no longer hold them back.
  approved_json TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'done', 'failed', 'withdrawn')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before_ms INTEGER NOT NULL,
  -- A sale price that the seller wants back, in place of the rule's.
  sale_price_krw INTEGER,
  -- What was about to be sent; tells our own half-finished write from a change by hand.
  target_json TEXT,
  -- Hash of a body that Naver refused: never sent again.
  refused_sha256 TEXT,
  reasons_json TEXT NOT NULL DEFAULT '[]',
  created_at_ms INTEGER NOT NULL,
  settled_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX watch_writes_open ON watch_writes (store_id, item_no, state)
  WHERE state IN ('queued', 'sending');
CREATE INDEX watch_writes_due ON watch_writes (not_before_ms) WHERE state = 'queued';
CREATE INDEX watch_writes_by_item ON watch_writes (store_id, item_no, write_id);

CREATE TABLE watch_approvals (
  approval_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  aspect TEXT NOT NULL CHECK (aspect IN ('price', 'stock', 'status')),
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'dismissed', 'superseded')),
  effect_json TEXT NOT NULL,
  reasons_json TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  settled_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX watch_approvals_open ON watch_approvals (store_id, item_no, aspect)
  WHERE state = 'open';

-- Price and stock over time, a row only when one of them changed. Series: '' the item, 'o:KEY' an
-- option, 's:STORE' the listing.
CREATE TABLE watch_points (
  item_no TEXT NOT NULL,
  series TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  name TEXT,
  price_krw INTEGER,
  stock INTEGER,
  PRIMARY KEY (item_no, series, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_findings (
  finding_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  ours_json TEXT NOT NULL,
  theirs_json TEXT NOT NULL,
  source_json TEXT NOT NULL,
  verbatim TEXT,
  is_restorable INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'restored', 'gone')),
  found_at_ms INTEGER NOT NULL,
  settled_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX watch_findings_open ON watch_findings (store_id, item_no, kind)
  WHERE state = 'open';

-- '' stands for "any" in supplier and item.
CREATE TABLE watch_policies (
  store_id TEXT NOT NULL,
  supplier_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  rule_json TEXT NOT NULL,
  PRIMARY KEY (store_id, supplier_id, item_no, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_controls (
  store_id TEXT PRIMARY KEY,
  controls_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_sweeps (
  sweep_id INTEGER PRIMARY KEY,
  is_full INTEGER NOT NULL,
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  checked INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0
) STRICT;
