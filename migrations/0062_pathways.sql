-- A way of several steps that a programme offers, such as three badges and a first-aid course.
-- draft is what its admins are writing; version counts the saves of the draft.
CREATE TABLE pathways (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL CONSTRAINT pathway_kind CHECK (kind IN ('skill', 'entry', 'exit', 'promotion')),
  -- JSON: {title, steps}.
  draft TEXT NOT NULL CONSTRAINT pathway_draft CHECK (json_valid(draft) AND length(draft) <= 70000),
  version INTEGER NOT NULL CONSTRAINT pathway_draft_version CHECK (version >= 1),
  -- The published version that students can choose now. NULL: none.
  offered INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pathways_of_organization ON pathways (organization_id, created_at, id);

-- What was published, word for word. People stay on the version that they chose.
CREATE TABLE pathway_versions (
  pathway_id TEXT NOT NULL REFERENCES pathways (id),
  number INTEGER NOT NULL CONSTRAINT pathway_version_number CHECK (number >= 1),
  published_at INTEGER NOT NULL,
  -- Canonical JSON: {title, steps: [{id, title, requirement, credit, after}]}.
  body TEXT NOT NULL CONSTRAINT pathway_version_body
    CHECK (json_valid(body) AND length(body) <= 70000 AND json_array_length(body, '$.steps') BETWEEN 1 AND 40),
  PRIMARY KEY (pathway_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER pathway_versions_stay BEFORE UPDATE ON pathway_versions BEGIN
  SELECT RAISE(ABORT, 'pathway_version_is_final');
END;
CREATE TRIGGER pathway_versions_remain BEFORE DELETE ON pathway_versions BEGIN
  SELECT RAISE(ABORT, 'pathway_version_is_final');
END;

CREATE TABLE enrolments (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  pathway_id TEXT NOT NULL,
  -- Changes only when the student moves to a newer version.
  version INTEGER NOT NULL,
  enrolled_at INTEGER NOT NULL,
  left_at INTEGER,
  FOREIGN KEY (pathway_id, version) REFERENCES pathway_versions (pathway_id, number)
) STRICT;
-- A student is on a pathway once at a time.
CREATE UNIQUE INDEX enrolments_live ON enrolments (student_id, pathway_id) WHERE left_at IS NULL;
CREATE INDEX enrolments_of_student ON enrolments (student_id);
CREATE INDEX enrolments_of_pathway ON enrolments (pathway_id, version) WHERE left_at IS NULL;
CREATE TRIGGER enrolments_move_forward BEFORE UPDATE OF version ON enrolments
WHEN new.version <= old.version OR old.left_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'enrolment_moves_forward');
END;

-- A course, licence or certificate from elsewhere that an admin of a programme has seen. The title
-- is that of a step, as the programme published it.
CREATE TABLE attestations (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  title TEXT NOT NULL CONSTRAINT attestation_title_length CHECK (length(title) BETWEEN 1 AND 120),
  attested_by TEXT NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  ended_by TEXT REFERENCES accounts (id),
  ended_at INTEGER,
  CONSTRAINT attestation_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX attestations_live ON attestations (student_id, organization_id, title)
  WHERE ended_at IS NULL;
CREATE INDEX attestations_of_student ON attestations (student_id);
CREATE INDEX attestations_of_organization ON attestations (organization_id, at, id) WHERE ended_at IS NULL;
CREATE INDEX attestations_by ON attestations (attested_by);
CREATE INDEX attestations_ended_by ON attestations (ended_by) WHERE ended_by IS NOT NULL;

-- The erasure of an account is one commit of few statements, so that the free plan has room for it.
DROP TRIGGER work_of_erased_account;
CREATE TRIGGER work_of_erased_account AFTER UPDATE OF erased_at ON accounts WHEN OLD.erased_at IS NULL
BEGIN
  DELETE FROM enrolments WHERE student_id = OLD.id;
  DELETE FROM attestations WHERE student_id = OLD.id;
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
