-- Sealed text is longer than its plain text: each sealed column takes four times its plain limit in
-- UTF-16 units + 100 (a unit is up to three bytes, base64 makes four of three). SQLite can change a
-- CHECK only by creating the table again.
--
-- Dropping a table counts every row that references it as a broken key, and only a row inserted
-- under the same table name removes that count. So the rows are copied aside and inserted again,
-- and no table is renamed into place.
PRAGMA defer_foreign_keys = ON;

-- To count, SQLite looks for references to each row in every table: by these indexes, or else by a
-- full scan.
CREATE INDEX found_by_admissions_decided_by ON admissions (decided_by);
CREATE INDEX found_by_approvals_account_id ON approvals (account_id);
CREATE INDEX found_by_bars_other_id ON bars (other_id);
CREATE INDEX found_by_bookings_host_id ON bookings (host_id);
CREATE INDEX found_by_bookings_student_id ON bookings (student_id);
CREATE INDEX found_by_claims_author_id ON claims (author_id);
CREATE INDEX found_by_claims_submission_id ON claims (submission_id);
CREATE INDEX found_by_coachings_mentor_id ON coachings (mentor_id);
CREATE INDEX found_by_coachings_student_id ON coachings (student_id);
CREATE INDEX found_by_credential_holds_credential_id ON credential_holds (credential_id);
CREATE INDEX found_by_disclosures_account_id ON disclosures (account_id);
CREATE INDEX found_by_interview_events_account_id ON interview_events (account_id);
CREATE INDEX found_by_interview_requests_recruiter_id ON interview_requests (recruiter_id);
CREATE INDEX found_by_invitations_accepted_by ON invitations (accepted_by);
CREATE INDEX found_by_invitations_invited_by ON invitations (invited_by);
CREATE INDEX found_by_opening_versions_created_by ON opening_versions (created_by);
CREATE INDEX found_by_organization_changes_asked_by ON organization_changes (asked_by);
CREATE INDEX found_by_organization_changes_decided_by ON organization_changes (decided_by);
CREATE INDEX found_by_pseudonyms_student_id ON pseudonyms (student_id);
CREATE INDEX found_by_request_editions_sent_by ON request_editions (sent_by);
CREATE INDEX found_by_reviews_submission_id ON reviews (submission_id);
CREATE INDEX found_by_searches_account_id ON searches (account_id);
CREATE INDEX found_by_sign_ins_account_id ON sign_ins (account_id);
CREATE INDEX found_by_slots_host_id ON slots (host_id);
CREATE INDEX found_by_submission_queue_author_id ON submission_queue (author_id);

CREATE TABLE accounts_kept AS SELECT * FROM accounts;
DROP TABLE accounts;
CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL CONSTRAINT account_email_length CHECK (length(email) <= 1116),
  email_index TEXT NOT NULL UNIQUE,
  name TEXT CONSTRAINT account_name_length CHECK (length(name) <= 420),
  language TEXT NOT NULL CONSTRAINT account_language CHECK (language IN ('en', 'es')),
  birth_year INTEGER CONSTRAINT account_birth_year CHECK (birth_year BETWEEN 1900 AND 2100),
  birth_month INTEGER CONSTRAINT account_birth_month CHECK (birth_month BETWEEN 1 AND 12),
  reading TEXT NOT NULL CONSTRAINT account_reading_length CHECK (length(reading) <= 500),
  created_at INTEGER NOT NULL,
  disabled_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  region TEXT CONSTRAINT account_region CHECK (region GLOB '[A-Z][A-Z]'),
  zone TEXT CONSTRAINT account_zone_length CHECK (length(zone) BETWEEN 1 AND 64)
) STRICT;
INSERT INTO accounts SELECT * FROM accounts_kept;
DROP TABLE accounts_kept;
CREATE TRIGGER accounts_end_sessions AFTER UPDATE OF disabled_at ON accounts
WHEN new.disabled_at IS NOT NULL BEGIN
  DELETE FROM sessions WHERE account_id = new.id;
END;

CREATE TABLE sign_ins_kept AS SELECT * FROM sign_ins;
DROP TABLE sign_ins;
CREATE TABLE sign_ins (
  id_hash TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL CONSTRAINT sign_in_email_length CHECK (length(email) <= 1116),
  email_index TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CONSTRAINT sign_in_tries CHECK (tries <= 5),
  used_at INTEGER,
  used_by TEXT,
  used_key_hash TEXT,
  used_before TEXT
) STRICT;
INSERT INTO sign_ins SELECT * FROM sign_ins_kept;
DROP TABLE sign_ins_kept;
CREATE INDEX sign_ins_by_age ON sign_ins (created_at);
CREATE INDEX sign_ins_used ON sign_ins (used_by) WHERE used_by IS NOT NULL;

CREATE TABLE invitations_kept AS SELECT * FROM invitations;
DROP TABLE invitations;
CREATE TABLE invitations (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  role TEXT NOT NULL CONSTRAINT invitation_role CHECK (role IN ('student', 'mentor', 'recruiter', 'admin')),
  cohort_id TEXT,
  email TEXT NOT NULL CONSTRAINT invitation_email_length CHECK (length(email) <= 1116),
  email_index TEXT NOT NULL,
  invited_by TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  accepted_at INTEGER,
  accepted_by TEXT REFERENCES accounts (id),
  withdrawn_at INTEGER,
  mailed_at INTEGER
) STRICT;
INSERT INTO invitations SELECT * FROM invitations_kept;
DROP TABLE invitations_kept;
CREATE INDEX invitations_of_organization ON invitations (organization_id, created_at);
CREATE UNIQUE INDEX invitations_live ON invitations (organization_id, email_index)
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitations_by_address ON invitations (email_index, organization_id, mailed_at);

CREATE TABLE organizations_kept AS SELECT * FROM organizations;
DROP TABLE organizations;
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
  contact TEXT CONSTRAINT organization_contact_length CHECK (length(contact) <= 580),
  state TEXT NOT NULL CONSTRAINT organization_state
    CHECK (state IN ('waiting', 'approved', 'declined', 'ended')),
  created_at INTEGER NOT NULL,
  join_code TEXT UNIQUE,
  language TEXT NOT NULL DEFAULT 'en' CONSTRAINT organization_language CHECK (language IN ('en', 'es')),
  zone TEXT CONSTRAINT organization_zone_length CHECK (length(zone) BETWEEN 1 AND 64),
  CONSTRAINT programmes_operate CHECK ((operator = 0 AND open = 0) OR kind = 'programme')
) STRICT;
INSERT INTO organizations SELECT * FROM organizations_kept;
DROP TABLE organizations_kept;
CREATE UNIQUE INDEX organizations_operator ON organizations (operator) WHERE operator = 1;
CREATE UNIQUE INDEX organizations_open ON organizations (open) WHERE open = 1;
CREATE INDEX organizations_by_kind ON organizations (kind, state, name);
CREATE INDEX employers_by_name ON organizations (name, id) WHERE kind = 'employer' AND state = 'approved';

CREATE TABLE drafts_kept AS SELECT * FROM drafts;
DROP TABLE drafts;
CREATE TABLE drafts (
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  prompt_id TEXT NOT NULL CONSTRAINT draft_prompt_length CHECK (length(prompt_id) BETWEEN 1 AND 80),
  text TEXT NOT NULL CONSTRAINT draft_length CHECK (length(text) <= 80100),
  version INTEGER NOT NULL CONSTRAINT draft_version CHECK (version >= 1),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, prompt_id)
) STRICT;
INSERT INTO drafts SELECT * FROM drafts_kept;
DROP TABLE drafts_kept;

CREATE TABLE draft_losers_kept AS SELECT * FROM draft_losers;
DROP TABLE draft_losers;
CREATE TABLE draft_losers (
  id TEXT PRIMARY KEY NOT NULL,
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  prompt_id TEXT NOT NULL,
  text TEXT NOT NULL CONSTRAINT draft_loser_length CHECK (length(text) <= 80100),
  lost_at INTEGER NOT NULL
) STRICT;
INSERT INTO draft_losers SELECT * FROM draft_losers_kept;
DROP TABLE draft_losers_kept;
CREATE INDEX draft_losers_of_prompt ON draft_losers (attempt_id, prompt_id, lost_at);
CREATE INDEX draft_losers_by_age ON draft_losers (lost_at);

CREATE TABLE submissions_kept AS SELECT * FROM submissions;
DROP TABLE submissions;
CREATE TABLE submissions (
  id TEXT NOT NULL UNIQUE,
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  round INTEGER NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  challenge_id TEXT NOT NULL REFERENCES challenges (id),
  version_hash TEXT NOT NULL REFERENCES challenge_versions (hash),
  skill TEXT NOT NULL,
  language TEXT NOT NULL,
  answers TEXT NOT NULL CONSTRAINT submission_answers_length CHECK (length(answers) <= 262244),
  evidence_hash TEXT NOT NULL CONSTRAINT submission_hash_length CHECK (length(evidence_hash) = 43),
  evidence_salt TEXT NOT NULL CONSTRAINT submission_salt_length CHECK (length(evidence_salt) = 32),
  kind TEXT NOT NULL CONSTRAINT submission_kind CHECK (kind IN ('attempt', 'prior-learning')),
  at INTEGER NOT NULL,
  promised_at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, round)
) STRICT;
INSERT INTO submissions SELECT * FROM submissions_kept;
DROP TABLE submissions_kept;
CREATE INDEX submissions_of_student ON submissions (student_id, at);
CREATE INDEX submissions_of_challenge ON submissions (challenge_id, student_id);
CREATE INDEX submissions_of_organization ON submissions (organization_id, at);
CREATE INDEX submissions_of_pool ON submissions (organization_id, challenge_id, student_id);
CREATE TRIGGER submissions_stay BEFORE UPDATE OF answers, evidence_hash, at ON submissions BEGIN
  SELECT RAISE(ABORT, 'submission_is_final');
END;

CREATE TABLE credentials_kept AS SELECT * FROM credentials;
DROP TABLE credentials;
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
  shown_name TEXT CONSTRAINT credential_shown_name_length CHECK (length(shown_name) <= 420),
  listed INTEGER NOT NULL DEFAULT 0 CONSTRAINT credential_listed CHECK (listed IN (0, 1)),
  publication_version INTEGER NOT NULL DEFAULT 0,
  expired_at INTEGER,
  CONSTRAINT credential_signed_with_a_proof CHECK ((state = 'signed') = (proof_value IS NOT NULL)),
  CONSTRAINT credential_proof_names_its_key CHECK ((proof_value IS NULL) = (key_id IS NULL)),
  CONSTRAINT credential_shown_while_published
    CHECK (published_at IS NOT NULL OR (shown_name IS NULL AND listed = 0)),
  -- An index is never reused, so a bit is always about the same badge.
  UNIQUE (status_list_id, status_index)
) STRICT;
INSERT INTO credentials SELECT * FROM credentials_kept;
DROP TABLE credentials_kept;
CREATE INDEX credentials_of_student ON credentials (student_id, awarded_at);
CREATE INDEX credentials_prepared ON credentials (created_at) WHERE state = 'prepared';
CREATE UNIQUE INDEX credentials_live ON credentials (student_id, lineage_id)
  WHERE ended_at IS NULL AND expired_at IS NULL AND state <> 'failed';
CREATE INDEX credentials_to_expire ON credentials (valid_until)
  WHERE valid_until IS NOT NULL AND expired_at IS NULL AND ended_at IS NULL;
CREATE INDEX credentials_ended ON credentials (status_list_id) WHERE ended_at IS NOT NULL;
CREATE TRIGGER credentials_stay_as_signed BEFORE UPDATE ON credentials
WHEN old.state = 'signed' AND new.version = old.version AND (
  new.state <> old.state OR new.proof_value <> old.proof_value OR new.key_id <> old.key_id
  OR new.document_hash <> old.document_hash OR new.template_hash <> old.template_hash
  OR (new.slot_values <> old.slot_values AND new.slot_values <> '{}')) BEGIN
  SELECT RAISE(ABORT, 'credential_is_signed');
END;

CREATE TABLE visibilities_kept AS SELECT * FROM visibilities;
DROP TABLE visibilities;
CREATE TABLE visibilities (
  student_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
  consent_id TEXT NOT NULL UNIQUE REFERENCES consents (id),
  -- Random and never sent; the daily order is computed from it.
  shuffle_key INTEGER NOT NULL UNIQUE
    CONSTRAINT visibility_shuffle_key CHECK (shuffle_key BETWEEN 0 AND 2147483646),
  headline TEXT CONSTRAINT visibility_headline_length CHECK (length(headline) <= 580),
  summary TEXT CONSTRAINT visibility_summary_length CHECK (length(summary) <= 2500),
  regions TEXT NOT NULL CONSTRAINT visibility_regions_length CHECK (length(regions) <= 60),
  remote INTEGER NOT NULL CONSTRAINT visibility_remote CHECK (remote IN (0, 1)),
  hours_minimum INTEGER CONSTRAINT visibility_hours_minimum CHECK (hours_minimum BETWEEN 1 AND 60),
  hours_maximum INTEGER,
  start_month TEXT CONSTRAINT visibility_start_month CHECK (length(start_month) = 7),
  pay_floor INTEGER CONSTRAINT visibility_pay_floor CHECK (pay_floor BETWEEN 1 AND 10000000),
  pay_currency TEXT CONSTRAINT visibility_pay_currency CHECK (length(pay_currency) = 3),
  work_countries TEXT NOT NULL CONSTRAINT visibility_work_countries_length CHECK (length(work_countries) <= 200),
  version INTEGER NOT NULL,
  CONSTRAINT visibility_hours CHECK ((hours_minimum IS NULL) = (hours_maximum IS NULL)
    AND (hours_maximum IS NULL OR hours_maximum BETWEEN hours_minimum AND 60)),
  CONSTRAINT visibility_pay CHECK ((pay_floor IS NULL) = (pay_currency IS NULL))
) STRICT;
INSERT INTO visibilities SELECT * FROM visibilities_kept;
DROP TABLE visibilities_kept;

CREATE TABLE visible_credentials_kept AS SELECT * FROM visible_credentials;
DROP TABLE visible_credentials;
CREATE TABLE visible_credentials (
  skill TEXT NOT NULL CONSTRAINT visible_skill_length CHECK (length(skill) <= 80),
  shuffle_key INTEGER NOT NULL,
  credential_id TEXT NOT NULL UNIQUE REFERENCES credentials (id),
  student_id TEXT NOT NULL REFERENCES visibilities (student_id),
  level INTEGER NOT NULL CONSTRAINT visible_level CHECK (level BETWEEN 1 AND 4),
  mentor_reviewed INTEGER NOT NULL CONSTRAINT visible_mentor_reviewed CHECK (mentor_reviewed IN (0, 1)),
  month TEXT NOT NULL CONSTRAINT visible_month CHECK (length(month) = 7),
  -- NULL if the challenge belongs to one programme: its title would reveal the school.
  challenge_title TEXT CONSTRAINT visible_title_length CHECK (length(challenge_title) <= 200),
  excerpt TEXT CONSTRAINT visible_excerpt_length CHECK (length(excerpt) <= 2500),
  PRIMARY KEY (skill, shuffle_key, credential_id)
) STRICT, WITHOUT ROWID;
INSERT INTO visible_credentials SELECT * FROM visible_credentials_kept;
DROP TABLE visible_credentials_kept;
CREATE INDEX visible_credentials_of_student ON visible_credentials (student_id);

CREATE TABLE interview_requests_kept AS SELECT * FROM interview_requests;
DROP TABLE interview_requests;
CREATE TABLE interview_requests (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  student_id TEXT NOT NULL REFERENCES accounts (id),
  opening_id TEXT NOT NULL REFERENCES openings (id),
  recruiter_id TEXT NOT NULL REFERENCES accounts (id),
  -- Stored, so that a request still names its card after the pseudonym key changes.
  pseudonym TEXT NOT NULL,
  state TEXT NOT NULL CONSTRAINT request_state CHECK (state IN ('draft', 'queued', 'delivered',
    'revision-requested', 'accepted', 'scheduled', 'held', 'closed', 'withdrawn', 'declined', 'expired',
    'lapsed', 'cancelled', 'no-show')),
  version INTEGER NOT NULL CONSTRAINT request_version CHECK (version >= 1),
  edition INTEGER NOT NULL CONSTRAINT request_edition CHECK (edition >= 0),
  revisions INTEGER NOT NULL CONSTRAINT request_revisions CHECK (revisions BETWEEN 0 AND 2),
  draft TEXT CONSTRAINT request_draft_length CHECK (length(draft) <= 40100),
  deliver_at INTEGER,
  answer_by INTEGER,
  disclosure_id TEXT REFERENCES disclosures (id),
  -- Sealed. What the student typed for this employer when accepting.
  telephone TEXT CONSTRAINT request_telephone_length CHECK (length(telephone) <= 220),
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  CONSTRAINT request_identity_on_acceptance CHECK (disclosure_id IS NULL OR state IN ('accepted', 'scheduled',
    'held', 'closed', 'cancelled', 'no-show', 'lapsed'))
) STRICT;
INSERT INTO interview_requests SELECT * FROM interview_requests_kept;
DROP TABLE interview_requests_kept;
CREATE UNIQUE INDEX interview_requests_live ON interview_requests (organization_id, student_id)
  WHERE state IN ('draft', 'queued', 'delivered', 'revision-requested', 'accepted', 'scheduled');
CREATE INDEX interview_requests_of_employer ON interview_requests (organization_id, created_at);
CREATE INDEX interview_requests_of_student ON interview_requests (student_id, created_at);
CREATE INDEX interview_requests_by_disclosure ON interview_requests (disclosure_id)
  WHERE disclosure_id IS NOT NULL;

CREATE TABLE request_editions_kept AS SELECT * FROM request_editions;
DROP TABLE request_editions;
CREATE TABLE request_editions (
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  number INTEGER NOT NULL CONSTRAINT edition_number CHECK (number >= 1),
  opening_version_id TEXT NOT NULL REFERENCES opening_versions (id),
  content TEXT NOT NULL CONSTRAINT edition_content_length CHECK (length(content) <= 40100),
  sent_by TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (request_id, number)
) STRICT;
INSERT INTO request_editions SELECT * FROM request_editions_kept;
DROP TABLE request_editions_kept;

CREATE TABLE interview_events_kept AS SELECT * FROM interview_events;
DROP TABLE interview_events;
CREATE TABLE interview_events (
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  version INTEGER NOT NULL,
  event TEXT NOT NULL CONSTRAINT interview_event CHECK (event IN ('create', 'send', 'undo', 'deliver',
    'withdraw', 'accept', 'decline', 'ask-revision', 'expire', 'lapse', 'offer-slots', 'book', 'move', 'cancel',
    'attend', 'miss', 'dispute', 'decide', 'amend')),
  actor TEXT NOT NULL CONSTRAINT interview_event_actor CHECK (actor IN ('recruiter', 'student', 'timer')),
  account_id TEXT REFERENCES accounts (id),
  state TEXT NOT NULL,
  edition INTEGER NOT NULL,
  cause TEXT CONSTRAINT interview_event_cause CHECK (cause IN ('student-unavailable', 'no-longer-available', 'blocked')),
  parts TEXT CONSTRAINT interview_event_parts_length CHECK (length(parts) <= 200),
  words TEXT CONSTRAINT interview_event_words_length CHECK (length(words) <= 2100),
  at INTEGER NOT NULL,
  PRIMARY KEY (request_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO interview_events SELECT * FROM interview_events_kept;
DROP TABLE interview_events_kept;

DROP INDEX found_by_admissions_decided_by;
DROP INDEX found_by_approvals_account_id;
DROP INDEX found_by_bars_other_id;
DROP INDEX found_by_bookings_host_id;
DROP INDEX found_by_bookings_student_id;
DROP INDEX found_by_claims_author_id;
DROP INDEX found_by_claims_submission_id;
DROP INDEX found_by_coachings_mentor_id;
DROP INDEX found_by_coachings_student_id;
DROP INDEX found_by_credential_holds_credential_id;
DROP INDEX found_by_disclosures_account_id;
DROP INDEX found_by_opening_versions_created_by;
DROP INDEX found_by_organization_changes_asked_by;
DROP INDEX found_by_organization_changes_decided_by;
DROP INDEX found_by_pseudonyms_student_id;
DROP INDEX found_by_reviews_submission_id;
DROP INDEX found_by_searches_account_id;
DROP INDEX found_by_slots_host_id;
DROP INDEX found_by_submission_queue_author_id;
