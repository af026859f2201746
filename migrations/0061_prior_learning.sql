-- An account of past work is judged like an answer: each skill has one challenge for it, which
-- nobody can start and no list shows.
ALTER TABLE challenges ADD COLUMN kind TEXT NOT NULL DEFAULT 'scenario'
  CONSTRAINT challenge_kind CHECK (kind IN ('scenario', 'prior-learning'));
CREATE UNIQUE INDEX challenges_of_past_work ON challenges (skill) WHERE kind = 'prior-learning';

-- An account is handed in as it is made, so it is never open beside the two that may be.
DROP TRIGGER attempts_two_open;
CREATE TRIGGER attempts_two_open BEFORE INSERT ON attempts WHEN new.state = 'open' BEGIN
  SELECT RAISE(ABORT, 'two_attempts_open') WHERE (
    SELECT count(*) FROM attempts
    WHERE student_id = new.student_id AND skill = new.skill AND state = 'open') >= 2;
END;

-- What somebody says that they can do already, in one skill. links is sealed JSON, left_school_on a
-- sealed day or month.
CREATE TABLE prior_learning_claims (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  -- Where it was begun. It is judged in the programme of its hand-in.
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  skill TEXT NOT NULL CONSTRAINT prior_learning_skill CHECK (length(skill) BETWEEN 1 AND 40),
  is_service INTEGER NOT NULL CONSTRAINT prior_learning_service CHECK (is_service IN (0, 1)),
  left_school_on TEXT CONSTRAINT prior_learning_left_school_length CHECK (length(left_school_on) <= 140),
  links TEXT CONSTRAINT prior_learning_links_length CHECK (length(links) <= 12100),
  -- Raised by each save of jobs, links and the day of leaving school.
  version INTEGER NOT NULL CONSTRAINT prior_learning_version CHECK (version >= 0),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- What was handed in. Empty while it is a draft, also again after it was withdrawn.
  attempt_id TEXT UNIQUE REFERENCES attempts (id),
  submitted_at INTEGER,
  -- When it was last withdrawn.
  withdrawn_at INTEGER,
  decided_at INTEGER,
  CONSTRAINT prior_learning_handed_in CHECK ((attempt_id IS NULL) = (submitted_at IS NULL)),
  CONSTRAINT prior_learning_decided CHECK (decided_at IS NULL OR attempt_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX prior_learning_one_open ON prior_learning_claims (student_id, skill)
  WHERE decided_at IS NULL;
CREATE INDEX prior_learning_claims_of_student ON prior_learning_claims (student_id, created_at);

-- One part of the account for each criterion. text is sealed.
CREATE TABLE prior_learning_parts (
  claim_id TEXT NOT NULL REFERENCES prior_learning_claims (id),
  competency TEXT NOT NULL CONSTRAINT prior_learning_competency CHECK (length(competency) BETWEEN 1 AND 80),
  text TEXT NOT NULL CONSTRAINT prior_learning_part_length CHECK (length(text) <= 80100),
  version INTEGER NOT NULL CONSTRAINT prior_learning_part_version CHECK (version >= 1),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, competency)
) STRICT, WITHOUT ROWID;

-- A job or a duty, paid or not. title and organization are sealed; the dates are as typed.
CREATE TABLE prior_learning_jobs (
  claim_id TEXT NOT NULL REFERENCES prior_learning_claims (id),
  number INTEGER NOT NULL CONSTRAINT prior_learning_job_number CHECK (number BETWEEN 1 AND 5),
  title TEXT NOT NULL CONSTRAINT prior_learning_title_length CHECK (length(title) <= 420),
  organization TEXT CONSTRAINT prior_learning_organization_length CHECK (length(organization) <= 420),
  starts TEXT NOT NULL CONSTRAINT prior_learning_starts CHECK (length(starts) IN (7, 10)),
  -- Empty while it goes on.
  ends TEXT CONSTRAINT prior_learning_ends CHECK (length(ends) IN (7, 10)),
  hours_a_week INTEGER NOT NULL CONSTRAINT prior_learning_hours CHECK (hours_a_week BETWEEN 1 AND 168),
  PRIMARY KEY (claim_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decisions_end_claims AFTER INSERT ON decisions BEGIN
  UPDATE prior_learning_claims SET decided_at = new.decided_at
  WHERE attempt_id = (SELECT attempt_id FROM submissions WHERE id = new.submission_id)
    AND decided_at IS NULL;
END;

-- The wording of an achievement's criteria: another wording is another achievement of its lineage.
ALTER TABLE achievements ADD COLUMN wording TEXT NOT NULL DEFAULT ''
  CONSTRAINT achievement_wording CHECK (length(wording) <= 40);
DROP INDEX achievements_once;
CREATE UNIQUE INDEX achievements_once
  ON achievements (organization_id, kind, skill, rubric_version, wording);

DROP TRIGGER work_of_erased_account;
CREATE TRIGGER work_of_erased_account AFTER UPDATE OF erased_at ON accounts WHEN OLD.erased_at IS NULL
BEGIN
  DELETE FROM prior_learning_parts WHERE claim_id IN (
    SELECT id FROM prior_learning_claims WHERE student_id = OLD.id);
  DELETE FROM prior_learning_jobs WHERE claim_id IN (
    SELECT id FROM prior_learning_claims WHERE student_id = OLD.id);
  DELETE FROM prior_learning_claims WHERE student_id = OLD.id;
  DELETE FROM plan_comments WHERE attempt_id IN (SELECT id FROM attempts WHERE student_id = OLD.id);
  DELETE FROM revision_plans WHERE attempt_id IN (SELECT id FROM attempts WHERE student_id = OLD.id);
  DELETE FROM revisions WHERE attempt_id IN (SELECT id FROM attempts WHERE student_id = OLD.id);
  DELETE FROM forgone_challenges WHERE account_id = OLD.id;
  DELETE FROM item_agreements WHERE student_id = OLD.id;
  DELETE FROM practice_results WHERE account_id = OLD.id;
  DELETE FROM reviewer_snapshots WHERE account_id = OLD.id;
  DELETE FROM reviewer_records WHERE account_id = OLD.id;
END;
