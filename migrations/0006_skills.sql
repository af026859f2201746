-- hash is the SHA-256 of body (RFC 8785 JSON): the same rubric is stored once.
CREATE TABLE rubric_versions (
  hash TEXT PRIMARY KEY NOT NULL CONSTRAINT rubric_hash_length CHECK (length(hash) = 64),
  skill TEXT NOT NULL CONSTRAINT rubric_skill_length CHECK (length(skill) BETWEEN 1 AND 40),
  language TEXT NOT NULL CONSTRAINT rubric_language_length CHECK (length(language) BETWEEN 2 AND 8),
  body TEXT NOT NULL CONSTRAINT rubric_body_length CHECK (length(body) <= 65536),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER rubric_versions_stay BEFORE UPDATE ON rubric_versions BEGIN
  SELECT RAISE(ABORT, 'rubric_version_is_final');
END;
