CREATE TABLE challenges (
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT challenge_id_length CHECK (length(id) BETWEEN 1 AND 80),
  -- NULL: for every programme.
  organization_id TEXT REFERENCES organizations (id),
  skill TEXT NOT NULL CONSTRAINT challenge_skill_length CHECK (length(skill) BETWEEN 1 AND 40),
  -- The version for new attempts; NULL only within the commit that publishes the first version.
  current_hash TEXT REFERENCES challenge_versions (hash),
  retired_at INTEGER
) STRICT;

-- hash is the SHA-256 of body (RFC 8785 JSON of challenge, ink, key, calibration, rubric). The
-- columns between them repeat what lists show, so that a list need not read body.
CREATE TABLE challenge_versions (
  hash TEXT PRIMARY KEY NOT NULL CONSTRAINT version_hash_length CHECK (length(hash) = 64),
  challenge_id TEXT NOT NULL REFERENCES challenges (id),
  title TEXT NOT NULL CONSTRAINT version_title_length CHECK (length(title) BETWEEN 1 AND 80),
  summary TEXT NOT NULL CONSTRAINT version_summary_length CHECK (length(summary) BETWEEN 1 AND 240),
  setting TEXT NOT NULL CONSTRAINT version_setting_length CHECK (length(setting) BETWEEN 1 AND 40),
  skill TEXT NOT NULL,
  language TEXT NOT NULL CONSTRAINT version_language CHECK (language IN ('en', 'es')),
  minutes INTEGER NOT NULL CONSTRAINT version_minutes CHECK (minutes BETWEEN 10 AND 25),
  difficulty INTEGER NOT NULL CONSTRAINT version_difficulty CHECK (difficulty BETWEEN 1 AND 3),
  prompt_count INTEGER NOT NULL CONSTRAINT version_prompt_count CHECK (prompt_count BETWEEN 1 AND 14),
  decide_within_days INTEGER NOT NULL
    CONSTRAINT version_decide_within_days CHECK (decide_within_days BETWEEN 2 AND 14),
  body TEXT NOT NULL CONSTRAINT version_body_length CHECK (length(body) <= 256000),
  -- What is still ahead at each passage, computed when publishing. Not part of the hash.
  outline TEXT NOT NULL CONSTRAINT version_outline_length CHECK (length(outline) <= 16000),
  rubric_hash TEXT NOT NULL REFERENCES rubric_versions (hash),
  published_at INTEGER NOT NULL
) STRICT;
CREATE INDEX challenge_versions_of_challenge ON challenge_versions (challenge_id, published_at);

CREATE TRIGGER challenge_versions_stay BEFORE UPDATE ON challenge_versions BEGIN
  SELECT RAISE(ABORT, 'challenge_version_is_final');
END;

-- A version that is being uploaded: a request holds at most 64 KB, and one statement 100 KB.
CREATE TABLE challenge_parts (
  hash TEXT NOT NULL CONSTRAINT part_hash_length CHECK (length(hash) = 64),
  part INTEGER NOT NULL,
  parts INTEGER NOT NULL CONSTRAINT part_count CHECK (parts BETWEEN 1 AND 12),
  text TEXT NOT NULL CONSTRAINT part_length CHECK (length(text) <= 92160),
  PRIMARY KEY (hash, part),
  CONSTRAINT part_number CHECK (part BETWEEN 1 AND parts)
) STRICT;
