-- How long people really took: first for each attempt, then the median for the challenge's current
-- version, once 20 have handed it in. Null until then.
ALTER TABLE attempts ADD COLUMN played_minutes INTEGER
  CONSTRAINT attempt_played_minutes CHECK (played_minutes >= 0);
ALTER TABLE challenges ADD COLUMN played_minutes INTEGER
  CONSTRAINT challenge_played_minutes CHECK (played_minutes >= 1);

CREATE INDEX attempts_played ON attempts (version_hash, ended_at) WHERE played_minutes IS NOT NULL;
