-- The version of a result or request that somebody has read last, so that all their devices mark
-- the same ones as new. For an attempt it is the round, for an interview request its version.
CREATE TABLE read_versions (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  subject_id TEXT NOT NULL CONSTRAINT read_version_subject_length CHECK (length(subject_id) <= 40),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX read_versions_by_age ON read_versions (at);
