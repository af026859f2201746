-- A wrapping key is derived from a root of the secret WRAPPING_KEYS and a random salt. The salt is not in this database,
-- but in the KV namespace WRAPPING_SALTS: a copy of this database opens nothing once the salt is deleted. A row is deleted
-- together with its salt. See docs/decisions/019-wrapping-epochs.md.
CREATE TABLE wrapping_epochs (
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT wrapping_epoch_id CHECK (id GLOB 'e-*' AND length(id) = 12),
  root_id TEXT NOT NULL CONSTRAINT wrapping_root_length CHECK (length(root_id) BETWEEN 1 AND 12),
  made_at INTEGER NOT NULL,
  -- Some minutes after it was made, so that its salt can be read everywhere before a key depends on it.
  active_at INTEGER NOT NULL,
  -- When the last key under it was wrapped again.
  emptied_at INTEGER
) STRICT, WITHOUT ROWID;

-- The row is damaged: it did not open when it was to be wrapped again. It does not keep its epoch alive.
ALTER TABLE owner_keys ADD COLUMN broken_at INTEGER;
