-- A challenge may take up to 45 minutes. SQLite changes a CHECK only with its column, and a new
-- column needs a default; every version sets its own minutes.
DROP TRIGGER challenge_versions_stay;

ALTER TABLE challenge_versions ADD COLUMN minutes_to_play INTEGER NOT NULL DEFAULT 25
  CONSTRAINT version_minutes_to_play CHECK (minutes_to_play BETWEEN 10 AND 45);
UPDATE challenge_versions SET minutes_to_play = minutes;
ALTER TABLE challenge_versions DROP COLUMN minutes;
ALTER TABLE challenge_versions RENAME COLUMN minutes_to_play TO minutes;

CREATE TRIGGER challenge_versions_stay BEFORE UPDATE ON challenge_versions BEGIN
  SELECT RAISE(ABORT, 'challenge_version_is_final');
END;
