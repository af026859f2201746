-- When something last happened that an operator must be able to see: the tick of the cron, a backup.
CREATE TABLE operation_times (
  name TEXT NOT NULL PRIMARY KEY CONSTRAINT operation_times_name CHECK (name IN ('tick', 'backup')),
  at INTEGER NOT NULL
) STRICT;
