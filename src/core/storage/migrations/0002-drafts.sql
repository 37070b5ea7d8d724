-- One row per item and store. content_json decides what goes out; source_content_json is what the
-- supplier's data alone would give now, so that a locked field can be shown beside it.
CREATE TABLE drafts (
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'needs-review', 'blocked')),
  name TEXT NOT NULL,
  category_id TEXT,
  sale_price_krw INTEGER NOT NULL,
  content_json TEXT NOT NULL,
  source_content_json TEXT NOT NULL,
  reasons_json TEXT NOT NULL,
  build_reasons_json TEXT NOT NULL,
  explanations_json TEXT NOT NULL,
  locked_fields_json TEXT NOT NULL,
  item_json TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  PRIMARY KEY (store_id, item_no)
) STRICT;

CREATE INDEX drafts_by_state ON drafts (store_id, state, updated_at_ms);
CREATE INDEX drafts_by_update ON drafts (store_id, updated_at_ms);

-- Codes of reasons_json, for filtering and counting.
CREATE TABLE draft_reason_codes (
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (store_id, code, item_no),
  FOREIGN KEY (store_id, item_no) REFERENCES drafts (store_id, item_no) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_reason_codes_by_item ON draft_reason_codes (store_id, item_no);

-- What changed in a draft, when and by whom; only the changed fields, before and after.
CREATE TABLE draft_edits (
  edit_id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  item_no TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('seller', 'refresh', 'unlock')),
  version INTEGER NOT NULL,
  before_json TEXT NOT NULL,
  after_json TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_edits_by_item ON draft_edits (store_id, item_no, edit_id);

-- The seller's confirmed Naver category for a supplier category.
CREATE TABLE category_choices (
  supplier_category_code TEXT PRIMARY KEY,
  category_id TEXT NOT NULL,
  category_path TEXT NOT NULL,
  chosen_at_ms INTEGER NOT NULL
) STRICT;
