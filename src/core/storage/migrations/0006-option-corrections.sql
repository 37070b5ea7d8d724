-- What a seller made of a supplier's options, to be offered for that supplier's next item of the same pattern.
CREATE TABLE option_corrections (
  supplier_id TEXT NOT NULL,
  pattern TEXT NOT NULL,
  commands_json TEXT NOT NULL,
  -- How often the seller took the offer.
  taken_count INTEGER NOT NULL DEFAULT 0 CHECK (taken_count >= 0),
  learned_at_ms INTEGER NOT NULL,
  PRIMARY KEY (supplier_id, pattern)
) STRICT;
