-- Filled by the drafts domain.
SELECT 1;
