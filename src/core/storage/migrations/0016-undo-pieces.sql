-- The products of a long undo are written down piece by piece, so that beginning one holds up nothing.
-- Which they are is settled by the run's row alone, whenever the process ends.

-- Whether products count that were at Naver before this program.
ALTER TABLE undo_runs ADD COLUMN includes_adopted INTEGER NOT NULL DEFAULT 0;
-- The job whose product was written down last; null when none is left to be.
ALTER TABLE undo_runs ADD COLUMN listed_to_seq INTEGER;
-- Products that came after it was asked for are not in it.
ALTER TABLE undo_runs ADD COLUMN registered_until_ms INTEGER;
-- Set when the seller called off what was not begun; its rows follow piece by piece.
ALTER TABLE undo_runs ADD COLUMN cancelled_at_ms INTEGER;
