-- Long lists are written down whole at once and become rows piece by piece, so that taking one in
-- holds up nothing. A piece is deleted in the transaction that makes rows of it: what is here is
-- what is left, whenever the process ends.
CREATE TABLE list_pieces (
  -- The batch or rehearsal that it belongs to.
  list_id TEXT NOT NULL,
  -- Place of its first number in the list, from 0.
  first_position INTEGER NOT NULL,
  item_count INTEGER NOT NULL,
  -- Item numbers in order, separated by blanks.
  item_nos TEXT NOT NULL,
  PRIMARY KEY (list_id, first_position)
) STRICT, WITHOUT ROWID;

-- Searching jobs by a part of their name reads this alone; jobs whose name is not known yet cost nothing.
CREATE INDEX jobs_by_title ON jobs (title) WHERE title IS NOT NULL;
