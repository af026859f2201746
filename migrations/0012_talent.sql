-- Who can be found. A row exists only while visibility is on, so that nothing can leak after it is
-- switched off. headline and summary are sealed, and redacted when read.
CREATE TABLE visibilities (
  student_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
  consent_id TEXT NOT NULL UNIQUE REFERENCES consents (id),
  -- Random and never sent; the daily order is computed from it.
  shuffle_key INTEGER NOT NULL UNIQUE
    CONSTRAINT visibility_shuffle_key CHECK (shuffle_key BETWEEN 0 AND 2147483646),
  headline TEXT CONSTRAINT visibility_headline_length CHECK (length(headline) <= 400),
  summary TEXT CONSTRAINT visibility_summary_length CHECK (length(summary) <= 2000),
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

-- The badges switched on, in the order in which search reads them. What a card shows of a badge is
-- copied when it is switched on, because a signed badge does not change.
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
  excerpt TEXT CONSTRAINT visible_excerpt_length CHECK (length(excerpt) <= 2000),
  PRIMARY KEY (skill, shuffle_key, credential_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visible_credentials_of_student ON visible_credentials (student_id);

CREATE TABLE blocks (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT REFERENCES organizations (id),
  domain TEXT CONSTRAINT block_domain_length CHECK (length(domain) <= 253),
  created_at INTEGER NOT NULL,
  CONSTRAINT block_of_one CHECK ((organization_id IS NULL) <> (domain IS NULL)),
  UNIQUE (student_id, organization_id),
  UNIQUE (student_id, domain)
) STRICT;
CREATE INDEX blocks_by_organization ON blocks (organization_id, student_id) WHERE organization_id IS NOT NULL;
CREATE INDEX blocks_by_domain ON blocks (domain, student_id) WHERE domain IS NOT NULL;
CREATE TRIGGER blocks_are_few BEFORE INSERT ON blocks BEGIN
  SELECT RAISE(ABORT, 'too_many_blocks')
    WHERE (SELECT count(*) FROM blocks WHERE student_id = new.student_id) >= 200;
END;

-- The pseudonym of a student for one employer, stored with the first page that shows it.
CREATE TABLE pseudonyms (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  student_id TEXT NOT NULL REFERENCES accounts (id),
  key_id TEXT NOT NULL CONSTRAINT pseudonym_key_length CHECK (length(key_id) <= 40),
  pseudonym TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (organization_id, student_id, key_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE openings (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX openings_of_organization ON openings (organization_id, created_at);

-- content is canonical JSON. The other columns are what search compares. annual_pay_maximum is in
-- hundredths of the currency.
CREATE TABLE opening_versions (
  id TEXT PRIMARY KEY NOT NULL,
  opening_id TEXT NOT NULL REFERENCES openings (id),
  number INTEGER NOT NULL CONSTRAINT opening_version_number CHECK (number >= 1),
  state TEXT NOT NULL CONSTRAINT opening_version_state
    CHECK (state IN ('waiting', 'approved', 'declined', 'ended')),
  content TEXT NOT NULL CONSTRAINT opening_content_length CHECK (length(content) <= 8000),
  annual_pay_maximum INTEGER NOT NULL CONSTRAINT opening_is_paid CHECK (annual_pay_maximum > 0),
  currency TEXT NOT NULL CONSTRAINT opening_currency CHECK (length(currency) = 3),
  hours_per_week INTEGER NOT NULL CONSTRAINT opening_hours CHECK (hours_per_week BETWEEN 1 AND 60),
  start_month TEXT NOT NULL CONSTRAINT opening_start_month CHECK (length(start_month) = 7),
  country TEXT NOT NULL CONSTRAINT opening_country CHECK (length(country) = 2),
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  UNIQUE (opening_id, number)
) STRICT;
-- One wording of an opening is approved, and one may wait.
CREATE UNIQUE INDEX opening_versions_approved ON opening_versions (opening_id) WHERE state = 'approved';
CREATE UNIQUE INDEX opening_versions_waiting ON opening_versions (opening_id) WHERE state = 'waiting';
CREATE INDEX opening_versions_to_decide ON opening_versions (created_at) WHERE state = 'waiting';

-- What was searched for, and by whom. shuffle is the order for the day of the search, as JSON.
CREATE TABLE searches (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  opening_id TEXT NOT NULL REFERENCES openings (id),
  criteria TEXT NOT NULL CONSTRAINT search_criteria_length CHECK (length(criteria) <= 4000),
  criteria_hash TEXT NOT NULL CONSTRAINT search_criteria_hash CHECK (length(criteria_hash) = 64),
  segments INTEGER NOT NULL CONSTRAINT search_segments CHECK (segments BETWEEN 1 AND 16384),
  shuffle TEXT NOT NULL CONSTRAINT search_shuffle_length CHECK (length(shuffle) <= 400),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX searches_by_age ON searches (at);
