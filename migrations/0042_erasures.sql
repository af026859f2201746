-- An account to be erased. Until `due_at` its owner can undo it with the mailed link.
CREATE TABLE erasures (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  token_hash TEXT NOT NULL UNIQUE CONSTRAINT erasure_token_length CHECK (length(token_hash) = 64),
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  undone_at INTEGER,
  finished_at INTEGER,
  CONSTRAINT erasure_ends_once CHECK (undone_at IS NULL OR finished_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX erasures_live ON erasures (account_id) WHERE undone_at IS NULL AND finished_at IS NULL;
CREATE INDEX erasures_due ON erasures (due_at) WHERE undone_at IS NULL AND finished_at IS NULL;
CREATE INDEX erasures_of_account ON erasures (account_id);

-- When nothing about the person was left in it.
ALTER TABLE accounts ADD COLUMN erased_at INTEGER;

-- An erasure empties the answers. Nothing else may change them.
DROP TRIGGER submissions_stay;
CREATE TRIGGER submissions_stay BEFORE UPDATE OF answers, evidence_hash, at ON submissions
WHEN new.answers <> '' OR new.evidence_hash <> old.evidence_hash OR new.at <> old.at BEGIN
  SELECT RAISE(ABORT, 'submission_is_final');
END;

-- An admin whose account is about to be erased is no admin who could stay.
DROP TRIGGER memberships_keep_an_admin;
CREATE TRIGGER memberships_keep_an_admin BEFORE UPDATE OF ended_at ON memberships
WHEN new.ended_at IS NOT NULL AND old.ended_at IS NULL AND old.role = 'admin' BEGIN
  SELECT RAISE(ABORT, 'last_admin') WHERE NOT EXISTS (
    SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
    WHERE m.organization_id = old.organization_id AND m.role = 'admin' AND m.ended_at IS NULL AND m.id <> old.id);
END;
