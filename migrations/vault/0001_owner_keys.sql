-- The signer's own database. docs/decisions/017-keys-of-owners.md says why it is apart from the main one.

CREATE TABLE owner_keys (
  -- `account:<id>`, `organization:<id>` or `day:<date>`
  owner TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CONSTRAINT owner_kind CHECK (kind IN ('account', 'organization', 'day')),
  -- base64url of 60 bytes: IV (12), ciphertext (32), tag (16)
  wrapped TEXT NOT NULL CONSTRAINT wrapped_length CHECK (length(wrapped) = 80),
  wrapping_id TEXT NOT NULL CONSTRAINT wrapping_id_length CHECK (length(wrapping_id) BETWEEN 1 AND 12),
  created_at INTEGER NOT NULL,
  CONSTRAINT owner_of_kind CHECK (substr(owner, 1, length(kind) + 1) = kind || ':')
) STRICT, WITHOUT ROWID;
-- The keys that a new wrapping key has not wrapped yet.
CREATE INDEX owner_keys_by_wrapping ON owner_keys (wrapping_id);
CREATE INDEX owner_keys_of_days ON owner_keys (created_at) WHERE kind = 'day';

-- Kept for good: no key is ever made again for one of these.
CREATE TABLE destroyed_owners (
  owner TEXT PRIMARY KEY NOT NULL,
  destroyed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Each owner counts once in a minute, however often they are opened. `minute`: whole minutes since 1970.
CREATE TABLE opened_owners (
  minute INTEGER NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (minute, owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE opened_counts (
  minute INTEGER PRIMARY KEY NOT NULL,
  owners INTEGER NOT NULL CONSTRAINT too_many_owners CHECK (owners <= 2000)
) STRICT;

-- A minute in which somebody asked for more owners than that, and how many calls were refused.
CREATE TABLE vault_alarms (
  minute INTEGER PRIMARY KEY NOT NULL,
  refused INTEGER NOT NULL
) STRICT;

CREATE TRIGGER owner_keys_not_after_destroying BEFORE INSERT ON owner_keys
WHEN EXISTS (SELECT 1 FROM destroyed_owners WHERE owner = new.owner) BEGIN
  SELECT RAISE(ABORT, 'owner_was_destroyed');
END;
CREATE TRIGGER owner_keys_keep_their_owner BEFORE UPDATE OF owner, kind ON owner_keys BEGIN
  SELECT RAISE(ABORT, 'owner_is_final');
END;
CREATE TRIGGER destroyed_owners_stay BEFORE UPDATE ON destroyed_owners BEGIN
  SELECT RAISE(ABORT, 'destroying_is_final');
END;
CREATE TRIGGER destroyed_owners_remain BEFORE DELETE ON destroyed_owners BEGIN
  SELECT RAISE(ABORT, 'destroying_is_final');
END;
