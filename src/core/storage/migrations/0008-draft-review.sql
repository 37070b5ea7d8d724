-- What a list of drafts shows, apart from the drafts themselves: their rows are too big to look through
-- ten thousand of them. summary_json is NULL for drafts of before this step until they change; a list
-- then reads the draft itself.
CREATE TABLE draft_summaries (
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'needs-review', 'blocked')),
  name TEXT NOT NULL,
  -- Lower case without spaces: what makes two names the same.
  name_key TEXT NOT NULL,
  supplier_id TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  summary_json TEXT,
  PRIMARY KEY (store_id, item_no),
  FOREIGN KEY (store_id, item_no) REFERENCES drafts (store_id, item_no) ON DELETE CASCADE
) STRICT;

-- With the name at the end, a search never leaves the index.
CREATE INDEX draft_summaries_by_update
  ON draft_summaries (store_id, updated_at_ms DESC, item_no, state, name);
CREATE INDEX draft_summaries_by_state
  ON draft_summaries (store_id, state, updated_at_ms DESC, item_no, name);
CREATE INDEX draft_summaries_by_name ON draft_summaries (store_id, name_key);

INSERT INTO draft_summaries (store_id, item_no, state, name, name_key, supplier_id, updated_at_ms)
SELECT store_id, item_no, state, name, lower(replace(name, ' ', '')),
  ifnull(iif(json_valid(item_json), item_json, '{}') ->> '$.supplier.id', ''), updated_at_ms
FROM drafts;

-- Counting what keeps drafts back must not look into their reasons.
ALTER TABLE draft_reason_codes ADD COLUMN severity TEXT NOT NULL DEFAULT 'ask'
  CHECK (severity IN ('block', 'ask', 'warn'));
UPDATE draft_reason_codes SET severity = ifnull((
  SELECT reason.value ->> 'severity'
  FROM drafts, json_each(iif(json_valid(drafts.reasons_json), drafts.reasons_json, '[]')) AS reason
  WHERE drafts.store_id = draft_reason_codes.store_id
    AND drafts.item_no = draft_reason_codes.item_no
    AND reason.value ->> 'code' = draft_reason_codes.code
    AND reason.value ->> 'severity' IN ('block', 'ask', 'warn')
  ORDER BY reason.value ->> 'severity' = 'warn' LIMIT 1), 'ask');
CREATE INDEX draft_reason_codes_stopping ON draft_reason_codes (store_id, code)
  WHERE severity <> 'warn';

-- Refusals of the marketplace that the draft still holds unchanged, each with a print of what was refused.
ALTER TABLE drafts ADD COLUMN refusals_json TEXT NOT NULL DEFAULT '[]';

-- The history again, with its kinds complete, the locks of before, and what was taken back.
CREATE TABLE draft_history (
  edit_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('seller', 'refresh', 'unlock', 'bulk', 'undo')),
  version INTEGER NOT NULL,
  before_json TEXT NOT NULL,
  after_json TEXT NOT NULL,
  locked_before_json TEXT NOT NULL DEFAULT '[]',
  -- The bulk change it was part of.
  operation_id TEXT,
  -- Set when this change was undone; it is then no longer offered.
  undone_at_ms INTEGER,
  at_ms INTEGER NOT NULL
) STRICT;
INSERT INTO draft_history (edit_id, store_id, item_no, kind, version, before_json, after_json, at_ms)
SELECT edit_id, store_id, item_no, kind, version, before_json, after_json, at_ms FROM draft_edits;
DROP TABLE draft_edits;
CREATE INDEX draft_history_by_item ON draft_history (store_id, item_no, edit_id);

-- One change to many drafts: what was wanted, and every draft with its image of before. Written before
-- the first draft is touched, so that an interrupted one goes on at the next start.
CREATE TABLE draft_operations (
  operation_id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  answer_json TEXT NOT NULL,
  -- The reason it answers, where it answers one.
  reason_code TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
  made_by TEXT NOT NULL,
  draft_count INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  undone_at_ms INTEGER
) STRICT;
CREATE INDEX draft_operations_by_store ON draft_operations (store_id, created_at_ms);
CREATE INDEX draft_operations_open ON draft_operations (state) WHERE state IN ('running', 'undoing');

CREATE TABLE draft_operation_items (
  operation_id TEXT NOT NULL REFERENCES draft_operations (operation_id),
  item_no TEXT NOT NULL,
  place INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('planned', 'changed', 'skipped', 'undone', 'kept')),
  -- What this draft gets, where it is not the same for all of them.
  change_json TEXT,
  before_json TEXT,
  after_json TEXT,
  locked_before_json TEXT,
  -- Why it was skipped, or kept when the others were undone.
  code TEXT,
  PRIMARY KEY (operation_id, item_no)
) STRICT;
CREATE INDEX draft_operation_items_open ON draft_operation_items (operation_id, outcome, place);

-- The seller's decisions to go on in spite of a finding. Never deleted: withdrawn.
CREATE TABLE draft_overrides (
  override_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  note TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  withdrawn_at_ms INTEGER
) STRICT;
CREATE INDEX draft_overrides_by_item ON draft_overrides (store_id, item_no);

-- Categories in which Naver refused a product because the seller may not sell there.
CREATE TABLE refused_categories (
  store_id TEXT NOT NULL,
  category_id TEXT NOT NULL,
  refused_at_ms INTEGER NOT NULL,
  PRIMARY KEY (store_id, category_id)
) STRICT, WITHOUT ROWID;
