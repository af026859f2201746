-- A programme as an issuer. Its address is part of everything it has signed.
CREATE TABLE issuers (
  organization_id TEXT PRIMARY KEY NOT NULL REFERENCES organizations (id),
  did TEXT NOT NULL UNIQUE CONSTRAINT issuer_did_length CHECK (length(did) <= 300),
  origin TEXT NOT NULL CONSTRAINT issuer_origin_length CHECK (length(origin) <= 200),
  slug TEXT NOT NULL UNIQUE CONSTRAINT issuer_slug_length CHECK (length(slug) <= 80),
  name TEXT NOT NULL CONSTRAINT issuer_name_length CHECK (length(name) BETWEEN 1 AND 120),
  url TEXT NOT NULL CONSTRAINT issuer_url_length CHECK (length(url) <= 300)
) STRICT;
CREATE TRIGGER issuers_keep_their_address BEFORE UPDATE OF organization_id, did, origin, slug, url ON issuers BEGIN
  SELECT RAISE(ABORT, 'issuer_address_is_final');
END;

CREATE TABLE issuer_keys (
  did TEXT NOT NULL REFERENCES issuers (did),
  purpose TEXT NOT NULL CONSTRAINT issuer_key_purpose CHECK (purpose IN ('credential', 'status')),
  generation TEXT NOT NULL CONSTRAINT issuer_key_generation_length CHECK (length(generation) BETWEEN 1 AND 12),
  public_key_multibase TEXT NOT NULL CONSTRAINT issuer_key_length CHECK (length(public_key_multibase) <= 100),
  listed_at INTEGER NOT NULL,
  active_at INTEGER,
  retired_at INTEGER,
  compromised_at INTEGER,
  PRIMARY KEY (did, purpose, generation)
) STRICT, WITHOUT ROWID;
-- One active key at a time.
CREATE UNIQUE INDEX issuer_keys_active ON issuer_keys (did, purpose)
  WHERE active_at IS NOT NULL AND retired_at IS NULL AND compromised_at IS NULL;

-- A badge's definition. A changed rubric is a new row of the same lineage.
CREATE TABLE achievements (
  id TEXT PRIMARY KEY NOT NULL,
  lineage_id TEXT NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL CONSTRAINT achievement_kind CHECK (kind IN ('skill', 'milestone', 'exit-record')),
  skill TEXT NOT NULL CONSTRAINT achievement_skill_length CHECK (length(skill) <= 80),
  rubric_version TEXT NOT NULL REFERENCES rubric_versions (hash),
  validity_months INTEGER CONSTRAINT achievement_validity CHECK (validity_months BETWEEN 1 AND 240),
  status_purpose TEXT NOT NULL CONSTRAINT achievement_status_purpose
    CHECK (status_purpose IN ('revocation', 'suspension')),
  definition TEXT NOT NULL CONSTRAINT achievement_definition_length CHECK (length(definition) <= 65536),
  created_at INTEGER NOT NULL
) STRICT;
-- Two first awards at once create only one achievement.
CREATE UNIQUE INDEX achievements_once ON achievements (organization_id, kind, skill, rubric_version);
CREATE INDEX achievements_of_lineage ON achievements (lineage_id);
CREATE TRIGGER achievements_stay BEFORE UPDATE ON achievements BEGIN
  SELECT RAISE(ABORT, 'achievement_is_final');
END;

-- What the awards of an achievement share. The last three columns are for compiled templates, and
-- empty until then.
CREATE TABLE credential_templates (
  hash TEXT PRIMARY KEY NOT NULL CONSTRAINT template_hash CHECK (length(hash) = 64),
  achievement_id TEXT NOT NULL REFERENCES achievements (id),
  shape TEXT NOT NULL CONSTRAINT template_shape_length CHECK (length(shape) <= 40),
  skeleton TEXT NOT NULL CONSTRAINT template_skeleton_length CHECK (length(skeleton) <= 131072),
  fixed_lines TEXT CONSTRAINT template_fixed_lines_length CHECK (length(fixed_lines) <= 262144),
  slotted TEXT CONSTRAINT template_slotted_length CHECK (length(slotted) <= 65536),
  blank TEXT CONSTRAINT template_blank_length CHECK (length(blank) <= 65536)
) STRICT;
CREATE TRIGGER credential_templates_stay BEFORE UPDATE OF hash, achievement_id, shape, skeleton ON credential_templates BEGIN
  SELECT RAISE(ABORT, 'template_is_final');
END;

-- 131,072 bits each. taken counts the indexes given out; the list is full at half.
CREATE TABLE status_lists (
  id TEXT PRIMARY KEY NOT NULL,
  did TEXT NOT NULL REFERENCES issuers (did),
  purpose TEXT NOT NULL CONSTRAINT status_list_purpose CHECK (purpose IN ('revocation', 'suspension')),
  taken INTEGER NOT NULL DEFAULT 0 CONSTRAINT status_list_full CHECK (taken <= 65536),
  full_at INTEGER,
  ends INTEGER NOT NULL DEFAULT 0,
  signed_at INTEGER,
  signed_document TEXT CONSTRAINT status_list_document_length CHECK (length(signed_document) <= 65536)
) STRICT;
-- One open list at a time for new awards.
CREATE UNIQUE INDEX status_lists_open ON status_lists (did, purpose) WHERE full_at IS NULL;
CREATE INDEX status_lists_by_age ON status_lists (signed_at);

-- One award to one person. version counts its signed states. Skeleton, slots and proof are enough
-- to rebuild the document, so its text is not stored.
CREATE TABLE credentials (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  achievement_id TEXT NOT NULL REFERENCES achievements (id),
  lineage_id TEXT NOT NULL,
  decision_id TEXT NOT NULL UNIQUE REFERENCES decisions (id),
  level INTEGER NOT NULL CONSTRAINT credential_level CHECK (level BETWEEN 3 AND 4),
  version INTEGER NOT NULL CONSTRAINT credential_version CHECK (version >= 1),
  state TEXT NOT NULL CONSTRAINT credential_state CHECK (state IN ('prepared', 'signed', 'failed')),
  template_hash TEXT NOT NULL REFERENCES credential_templates (hash),
  slot_values TEXT NOT NULL CONSTRAINT credential_slots_length CHECK (length(slot_values) <= 8192),
  document_hash TEXT NOT NULL CONSTRAINT credential_document_hash CHECK (length(document_hash) = 64),
  created_at INTEGER NOT NULL,
  key_id TEXT CONSTRAINT credential_key_length CHECK (length(key_id) <= 340),
  proof_value TEXT CONSTRAINT credential_proof_length CHECK (length(proof_value) <= 120),
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  awarded_at INTEGER NOT NULL,
  status_list_id TEXT NOT NULL REFERENCES status_lists (id),
  status_index INTEGER NOT NULL CONSTRAINT credential_status_index CHECK (status_index BETWEEN 0 AND 131071),
  ended_at INTEGER,
  published_at INTEGER,
  shown_name TEXT CONSTRAINT credential_shown_name_length CHECK (length(shown_name) <= 400),
  listed INTEGER NOT NULL DEFAULT 0 CONSTRAINT credential_listed CHECK (listed IN (0, 1)),
  publication_version INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT credential_signed_with_a_proof CHECK ((state = 'signed') = (proof_value IS NOT NULL)),
  CONSTRAINT credential_proof_names_its_key CHECK ((proof_value IS NULL) = (key_id IS NULL)),
  CONSTRAINT credential_shown_while_published
    CHECK (published_at IS NOT NULL OR (shown_name IS NULL AND listed = 0)),
  -- An index is never reused, so a bit is always about the same badge.
  UNIQUE (status_list_id, status_index)
) STRICT;
-- One live award of a badge per person.
CREATE UNIQUE INDEX credentials_live ON credentials (student_id, lineage_id)
  WHERE ended_at IS NULL AND state <> 'failed';
CREATE INDEX credentials_of_student ON credentials (student_id, awarded_at);
CREATE INDEX credentials_prepared ON credentials (created_at) WHERE state = 'prepared';
-- A signed document never changes; only erasure may empty the slots.
CREATE TRIGGER credentials_stay_as_signed BEFORE UPDATE ON credentials
WHEN old.state = 'signed' AND new.version = old.version AND (
  new.state <> old.state OR new.proof_value <> old.proof_value OR new.key_id <> old.key_id
  OR new.document_hash <> old.document_hash OR new.template_hash <> old.template_hash
  OR (new.slot_values <> old.slot_values AND new.slot_values <> '{}')) BEGIN
  SELECT RAISE(ABORT, 'credential_is_signed');
END;

-- Earlier signed states of a credential: copies of them may still exist.
CREATE TABLE credential_versions (
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  version INTEGER NOT NULL,
  achievement_id TEXT NOT NULL REFERENCES achievements (id),
  decision_id TEXT NOT NULL REFERENCES decisions (id),
  level INTEGER NOT NULL,
  template_hash TEXT NOT NULL REFERENCES credential_templates (hash),
  slot_values TEXT NOT NULL CONSTRAINT credential_version_slots_length CHECK (length(slot_values) <= 8192),
  document_hash TEXT NOT NULL,
  key_id TEXT NOT NULL,
  proof_value TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (credential_id, version)
) STRICT, WITHOUT ROWID;

-- An end is final: if several ask at once, one row is stored.
CREATE TABLE credential_ends (
  credential_id TEXT PRIMARY KEY NOT NULL REFERENCES credentials (id),
  kind TEXT NOT NULL CONSTRAINT credential_end_kind CHECK (kind IN ('revoked', 'replaced')),
  reason TEXT NOT NULL CONSTRAINT credential_end_reason CHECK (reason IN
    ('error', 'misconduct', 'appeal', 'duplicate', 'holder-request', 'key-compromised')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER credential_ends_stay BEFORE UPDATE ON credential_ends BEGIN
  SELECT RAISE(ABORT, 'credential_end_is_final');
END;
CREATE TRIGGER credential_ends_remain BEFORE DELETE ON credential_ends BEGIN
  SELECT RAISE(ABORT, 'credential_end_is_final');
END;

CREATE TABLE credential_holds (
  id TEXT PRIMARY KEY NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX credential_holds_open ON credential_holds (credential_id) WHERE closed_at IS NULL;
