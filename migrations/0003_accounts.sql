CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL CONSTRAINT account_email_length CHECK (length(email) <= 400),
  email_index TEXT NOT NULL UNIQUE,
  name TEXT CONSTRAINT account_name_length CHECK (length(name) <= 200),
  language TEXT NOT NULL CONSTRAINT account_language CHECK (language IN ('en', 'es')),
  birth_year INTEGER CONSTRAINT account_birth_year CHECK (birth_year BETWEEN 1900 AND 2100),
  birth_month INTEGER CONSTRAINT account_birth_month CHECK (birth_month BETWEEN 1 AND 12),
  reading TEXT NOT NULL CONSTRAINT account_reading_length CHECK (length(reading) <= 500),
  created_at INTEGER NOT NULL,
  disabled_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE sign_ins (
  id_hash TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_index TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CONSTRAINT sign_in_tries CHECK (tries <= 5),
  used_at INTEGER,
  used_by TEXT
) STRICT;
CREATE INDEX sign_ins_by_age ON sign_ins (created_at);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  membership_id TEXT REFERENCES memberships (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  idle_seconds INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  proven_at INTEGER NOT NULL,
  shared_computer INTEGER NOT NULL,
  device TEXT NOT NULL CONSTRAINT session_device_length CHECK (length(device) <= 120)
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id, seen_at);
CREATE INDEX sessions_by_membership ON sessions (membership_id);

CREATE TABLE memberships (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  role TEXT NOT NULL CONSTRAINT membership_role CHECK (role IN ('student', 'mentor', 'recruiter', 'admin')),
  created_at INTEGER NOT NULL,
  seen_week INTEGER,
  ended_at INTEGER
) STRICT;
-- One live membership per kind: joining twice changes nothing.
CREATE UNIQUE INDEX memberships_live ON memberships (account_id, organization_id, role) WHERE ended_at IS NULL;
CREATE INDEX memberships_of_organization ON memberships (organization_id, role) WHERE ended_at IS NULL;

CREATE TRIGGER memberships_fit BEFORE INSERT ON memberships BEGIN
  SELECT RAISE(ABORT, 'role_not_for_this_organization') WHERE EXISTS (
    SELECT 1 FROM organizations WHERE id = new.organization_id AND (
      (kind = 'programme' AND new.role = 'recruiter') OR
      (kind = 'employer' AND new.role IN ('student', 'mentor'))));
  -- Staff who judge or run a programme cannot also earn its badges.
  SELECT RAISE(ABORT, 'student_beside_staff') WHERE EXISTS (
    SELECT 1 FROM memberships WHERE account_id = new.account_id AND ended_at IS NULL
      AND organization_id = new.organization_id AND (
        (new.role = 'student' AND role IN ('mentor', 'admin')) OR
        (new.role IN ('mentor', 'admin') AND role = 'student')));
  SELECT RAISE(ABORT, 'too_many_memberships') WHERE (
    SELECT count(*) FROM memberships WHERE account_id = new.account_id AND ended_at IS NULL) >= 20;
END;
CREATE TRIGGER memberships_keep_an_admin BEFORE UPDATE OF ended_at ON memberships
WHEN new.ended_at IS NOT NULL AND old.ended_at IS NULL AND old.role = 'admin' BEGIN
  SELECT RAISE(ABORT, 'last_admin') WHERE NOT EXISTS (
    SELECT 1 FROM memberships WHERE organization_id = old.organization_id AND role = 'admin'
      AND ended_at IS NULL AND id <> old.id);
END;
-- An ended membership leaves no session acting in it.
CREATE TRIGGER memberships_end_sessions AFTER UPDATE OF ended_at ON memberships
WHEN new.ended_at IS NOT NULL BEGIN
  DELETE FROM sessions WHERE membership_id = new.id;
END;
CREATE TRIGGER accounts_end_sessions AFTER UPDATE OF disabled_at ON accounts
WHEN new.disabled_at IS NOT NULL BEGIN
  DELETE FROM sessions WHERE account_id = new.id;
END;

CREATE TABLE invitations (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  role TEXT NOT NULL CONSTRAINT invitation_role CHECK (role IN ('student', 'mentor', 'recruiter', 'admin')),
  cohort_id TEXT,
  email TEXT NOT NULL,
  email_index TEXT NOT NULL,
  invited_by TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  accepted_at INTEGER,
  accepted_by TEXT REFERENCES accounts (id),
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX invitations_of_organization ON invitations (organization_id, created_at);

CREATE TABLE setup_tokens (
  token_hash TEXT PRIMARY KEY NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
