-- Which version of a result or a request somebody has read last, so that every device of theirs says the same
-- is new: of an attempt its round, of an interview request its version.
CREATE TABLE read_versions (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  subject_id TEXT NOT NULL CONSTRAINT read_version_subject_length CHECK (length(subject_id) <= 40),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX read_versions_by_age ON read_versions (at);
