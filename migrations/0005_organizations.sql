CREATE TABLE organizations (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CONSTRAINT organization_kind CHECK (kind IN ('programme', 'employer')),
  operator INTEGER NOT NULL DEFAULT 0,
  open INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL CONSTRAINT organization_name_length CHECK (length(name) BETWEEN 1 AND 120),
  slug TEXT NOT NULL UNIQUE CONSTRAINT organization_slug_length CHECK (length(slug) <= 80),
  aliases TEXT NOT NULL CONSTRAINT organization_aliases_length CHECK (length(aliases) <= 2000),
  legal_name TEXT CONSTRAINT organization_legal_name_length CHECK (length(legal_name) <= 120),
  site TEXT CONSTRAINT organization_site_length CHECK (length(site) <= 500),
  country TEXT CONSTRAINT organization_country CHECK (length(country) = 2),
  contact TEXT CONSTRAINT organization_contact_length CHECK (length(contact) <= 400),
  state TEXT NOT NULL CONSTRAINT organization_state
    CHECK (state IN ('waiting', 'approved', 'declined', 'ended')),
  created_at INTEGER NOT NULL,
  join_code TEXT UNIQUE,
  CONSTRAINT programmes_operate CHECK ((operator = 0 AND open = 0) OR kind = 'programme')
) STRICT;
-- One programme is the operator, and one is open to everybody.
CREATE UNIQUE INDEX organizations_operator ON organizations (operator) WHERE operator = 1;
CREATE UNIQUE INDEX organizations_open ON organizations (open) WHERE open = 1;

CREATE TABLE domains (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  domain TEXT NOT NULL CONSTRAINT domain_length CHECK (length(domain) <= 253),
  verified_at INTEGER NOT NULL,
  PRIMARY KEY (organization_id, domain)
) STRICT, WITHOUT ROWID;
CREATE INDEX domains_by_name ON domains (domain);

CREATE TABLE cohorts (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL CONSTRAINT cohort_name_length CHECK (length(name) BETWEEN 1 AND 80),
  created_at INTEGER NOT NULL,
  UNIQUE (organization_id, name)
) STRICT;

CREATE TABLE cohort_members (
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  membership_id TEXT NOT NULL REFERENCES memberships (id),
  PRIMARY KEY (cohort_id, membership_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cohort_members_by_membership ON cohort_members (membership_id);

CREATE TABLE coachings (
  id TEXT PRIMARY KEY NOT NULL,
  mentor_id TEXT NOT NULL REFERENCES accounts (id),
  student_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  CONSTRAINT nobody_coaches_themselves CHECK (mentor_id <> student_id)
) STRICT;
CREATE UNIQUE INDEX coachings_live ON coachings (mentor_id, student_id, organization_id) WHERE ended_at IS NULL;
CREATE INDEX coachings_of_student ON coachings (student_id) WHERE ended_at IS NULL;

CREATE TABLE approvals (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CONSTRAINT approval_subject_kind
    CHECK (subject_kind IN ('employer', 'opening-version')),
  subject_id TEXT NOT NULL,
  decision TEXT NOT NULL CONSTRAINT approval_decision CHECK (decision IN ('approved', 'declined')),
  reason TEXT CONSTRAINT approval_reason_length CHECK (length(reason) <= 600),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  expires_at INTEGER,
  ended_at INTEGER
) STRICT;
-- A subject has one decision in force at a time; the first of two at once wins.
CREATE UNIQUE INDEX approvals_live ON approvals (subject_kind, subject_id) WHERE ended_at IS NULL;

CREATE TABLE consents (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  purpose TEXT NOT NULL CONSTRAINT consent_purpose CHECK (purpose IN ('employer-search',
    'interview-identity', 'institution-record', 'promotion-progress', 'outcome-study')),
  fields TEXT NOT NULL CONSTRAINT consent_fields_length CHECK (length(fields) <= 4000),
  recipient TEXT NOT NULL,
  text_version TEXT NOT NULL,
  text_hash TEXT NOT NULL CONSTRAINT consent_text_hash CHECK (length(text_hash) = 64),
  proof TEXT NOT NULL,
  granted_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  CONSTRAINT consents_end CHECK (expires_at > granted_at AND expires_at <= granted_at + 184 * 86400000)
) STRICT;
CREATE INDEX consents_of_student ON consents (student_id, purpose, granted_at);
CREATE TRIGGER consents_stay BEFORE UPDATE ON consents BEGIN
  SELECT RAISE(ABORT, 'consent_is_a_receipt');
END;

CREATE TABLE consent_withdrawals (
  consent_id TEXT PRIMARY KEY NOT NULL REFERENCES consents (id),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE disclosures (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CONSTRAINT disclosure_kind CHECK (kind IN ('listed', 'opened', 'requested',
    'identity', 'pack-opened', 'sent', 'progress')),
  subject_id TEXT NOT NULL,
  fields TEXT NOT NULL CONSTRAINT disclosure_fields_length CHECK (length(fields) <= 4000),
  consent_id TEXT NOT NULL REFERENCES consents (id),
  day TEXT NOT NULL CONSTRAINT disclosure_day CHECK (length(day) = 10),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX disclosures_of_student ON disclosures (student_id, at);
-- Two looks on one day are one entry in the student's log.
CREATE UNIQUE INDEX disclosures_daily ON disclosures (student_id, organization_id, day, kind)
  WHERE kind IN ('listed', 'opened');
