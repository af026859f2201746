-- A version of a challenge whose reviewers were seen to agree. No row: it is in pilot, and no round
-- closes without a mentor. inherited_from: an earlier version with the same rubric and prompts.
CREATE TABLE pilot_ends (
  version_hash TEXT PRIMARY KEY NOT NULL REFERENCES challenge_versions (hash),
  ended_at INTEGER NOT NULL,
  closed_rounds INTEGER NOT NULL CONSTRAINT pilot_closed_rounds CHECK (closed_rounds >= 0),
  inherited_from TEXT REFERENCES challenge_versions (hash)
) STRICT, WITHOUT ROWID;

-- What is known of a criterion before anybody has judged an answer; worked out again each night.
-- icc is the agreement of two peers beyond chance, ICC(1,1); NULL if undefined.
CREATE TABLE version_priors (
  version_hash TEXT NOT NULL REFERENCES challenge_versions (hash),
  criterion TEXT NOT NULL CONSTRAINT version_prior_criterion_length CHECK (length(criterion) <= 80),
  mean REAL NOT NULL,
  variance REAL NOT NULL CONSTRAINT version_prior_variance CHECK (variance > 0),
  submissions INTEGER NOT NULL CONSTRAINT version_prior_submissions CHECK (submissions >= 0),
  icc REAL,
  measured_at INTEGER NOT NULL,
  PRIMARY KEY (version_hash, criterion)
) STRICT, WITHOUT ROWID;

-- The prior that an answer is judged with, as it was at hand-in. No row: that of a pilot.
CREATE TABLE submission_priors (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  criterion TEXT NOT NULL CONSTRAINT submission_prior_criterion_length CHECK (length(criterion) <= 80),
  mean REAL NOT NULL,
  variance REAL NOT NULL CONSTRAINT submission_prior_variance CHECK (variance > 0),
  PRIMARY KEY (submission_id, criterion)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submission_priors_stay BEFORE UPDATE ON submission_priors BEGIN
  SELECT RAISE(ABORT, 'prior_is_final');
END;

-- Who reviews as a student and as a mentor is measured in each role. No row points to this table.
ALTER TABLE reviewer_records RENAME TO reviewer_records_before;
CREATE TABLE reviewer_records (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL DEFAULT 'peer' CONSTRAINT reviewer_role CHECK (role IN ('peer', 'mentor')),
  variance REAL NOT NULL CONSTRAINT reviewer_variance CHECK (variance >= 0.15),
  shift REAL NOT NULL CONSTRAINT reviewer_shift CHECK (shift BETWEEN -0.75 AND 0.75),
  set_aside INTEGER NOT NULL CONSTRAINT reviewer_set_aside CHECK (set_aside IN (0, 1)),
  anchored INTEGER NOT NULL CONSTRAINT reviewer_anchored CHECK (anchored >= 0),
  measured_at INTEGER NOT NULL,
  -- The Monday from which the reviewer sees these figures; NULL once they are in reviewer_snapshots.
  snapshot_due_at INTEGER,
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;
INSERT INTO reviewer_records (account_id, variance, shift, set_aside, anchored, measured_at)
  SELECT account_id, variance, shift, set_aside, anchored, measured_at FROM reviewer_records_before;
DROP TABLE reviewer_records_before;
CREATE INDEX reviewer_records_to_show ON reviewer_records (snapshot_due_at) WHERE snapshot_due_at IS NOT NULL;

-- A reviewer's own figures as of a Monday. If they changed with each review, the reviewer could see
-- which one was of a hidden item. The JSON columns hold numbers and ids, no text.
CREATE TABLE reviewer_snapshots (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL CONSTRAINT snapshot_role CHECK (role IN ('peer', 'mentor')),
  as_of INTEGER NOT NULL,
  anchored INTEGER NOT NULL CONSTRAINT snapshot_anchored CHECK (anchored >= 0),
  variance REAL NOT NULL,
  shift REAL NOT NULL,
  -- The mean difference from the known levels, before it is clear enough to count as a shift.
  difference REAL NOT NULL,
  kappa REAL,
  set_aside INTEGER NOT NULL CONSTRAINT snapshot_set_aside CHECK (set_aside IN (0, 1)),
  -- How many levels were the known one, one away, further away.
  distances TEXT NOT NULL CONSTRAINT snapshot_distances CHECK (json_valid(distances) AND length(distances) <= 100),
  look_again TEXT NOT NULL CONSTRAINT snapshot_look_again CHECK (json_valid(look_again) AND length(look_again) <= 1000),
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;

-- A criterion that two skills share and that a badge in the other skill proved, with the decision
-- behind that badge.
ALTER TABLE decisions ADD COLUMN shared_criterion TEXT
  CONSTRAINT decision_shared_criterion_length CHECK (length(shared_criterion) <= 80);
ALTER TABLE decisions ADD COLUMN shared_decision_id TEXT REFERENCES decisions (id);
