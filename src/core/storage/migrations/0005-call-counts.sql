-- Calls sent per service and calendar day of its marketplace (Domeggook: Asia/Seoul).
CREATE TABLE call_counts (
  service TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  calls INTEGER NOT NULL CHECK (calls >= 0),
  PRIMARY KEY (service, day)
) STRICT;
