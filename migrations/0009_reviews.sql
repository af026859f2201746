-- The queue: per submission and kind of reviewer, how many reviews it wants and how many are
-- assigned. A live claim counts as assigned, and so does a review handed in from one.
CREATE TABLE submission_queue (
  pool TEXT NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL CONSTRAINT queue_kind CHECK (kind IN ('peer', 'mentor')),
  challenge_id TEXT NOT NULL CONSTRAINT queue_challenge_length CHECK (length(challenge_id) <= 80),
  language TEXT NOT NULL CONSTRAINT queue_language_length CHECK (length(language) BETWEEN 2 AND 8),
  late INTEGER NOT NULL CONSTRAINT queue_late CHECK (late IN (0, 1)),
  assigned INTEGER NOT NULL CONSTRAINT queue_assigned CHECK (assigned >= 0),
  credit INTEGER NOT NULL CONSTRAINT queue_credit CHECK (credit BETWEEN -5 AND 5),
  hand_in_hour INTEGER NOT NULL,
  dice INTEGER NOT NULL,
  wanted INTEGER NOT NULL CONSTRAINT queue_wanted CHECK (wanted BETWEEN 0 AND 20),
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  author_id TEXT NOT NULL REFERENCES accounts (id),
  cohort_id TEXT,
  PRIMARY KEY (submission_id, kind),
  -- If several claim at once, no more are assigned than are wanted.
  CONSTRAINT no_place_left CHECK (assigned <= wanted)
) STRICT, WITHOUT ROWID;
-- The order in which work is offered, read directly from the index. The last two columns are what
-- the rules check on each offer, so that the row itself need not be read.
CREATE INDEX submission_queue_offers ON submission_queue
  (pool, kind, challenge_id, language, late DESC, assigned, credit DESC, hand_in_hour, dice,
   author_id, cohort_id)
  WHERE assigned < wanted;
CREATE INDEX submission_queue_of_author ON submission_queue (author_id) WHERE assigned < wanted;
CREATE INDEX submission_queue_of_pool ON submission_queue (pool, hand_in_hour) WHERE kind = 'peer';

-- A lease on reviewing one submission. It is live while ended_at is NULL.
CREATE TABLE claims (
  id TEXT PRIMARY KEY NOT NULL,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  reviewer_id TEXT NOT NULL REFERENCES accounts (id),
  author_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  challenge_id TEXT NOT NULL CONSTRAINT claim_challenge_length CHECK (length(challenge_id) <= 80),
  role TEXT NOT NULL CONSTRAINT claim_role CHECK (role IN ('peer', 'mentor')),
  claimed_at INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  ended_at INTEGER,
  end_reason TEXT CONSTRAINT claim_end_reason CHECK (end_reason IN ('submitted', 'released', 'lapsed')),
  release_reason TEXT CONSTRAINT claim_release_reason CHECK (release_reason IN (
    'know-this-person', 'conflict', 'language', 'distressing', 'technical', 'no-time', 'undo')),
  CONSTRAINT claim_of_own_work CHECK (reviewer_id <> author_id),
  CONSTRAINT claim_ends_for_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CONSTRAINT claim_released_for_a_reason CHECK ((end_reason IS 'released') = (release_reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- One live claim per reviewer, so nobody can choose among answers. The tick scans it for lapses.
CREATE UNIQUE INDEX claims_live ON claims (reviewer_id) WHERE ended_at IS NULL;
-- Who reviewed whom: every rule about pairs is a seek in this index.
CREATE INDEX claims_pair ON claims (reviewer_id, author_id);

-- body is sealed JSON. version stops two open windows from overwriting each other.
CREATE TABLE review_drafts (
  claim_id TEXT PRIMARY KEY NOT NULL REFERENCES claims (id),
  body TEXT NOT NULL CONSTRAINT review_draft_length CHECK (length(body) <= 131072),
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- kept: handed in after the lease lapsed or the round closed, and not counted as assigned.
CREATE TABLE reviews (
  id TEXT PRIMARY KEY NOT NULL,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  reviewer_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL CONSTRAINT review_role CHECK (role IN ('peer', 'mentor')),
  claim_id TEXT NOT NULL REFERENCES claims (id),
  worked TEXT NOT NULL CONSTRAINT review_worked_length CHECK (length(worked) <= 20000),
  try_next TEXT NOT NULL CONSTRAINT review_try_next_length CHECK (length(try_next) <= 20000),
  handed_in_at INTEGER NOT NULL,
  effective_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  kept INTEGER NOT NULL CONSTRAINT review_kept CHECK (kept IN (0, 1)),
  CONSTRAINT review_can_be_undone CHECK (effective_at > handed_in_at)
) STRICT;
-- One review of a submission per reviewer. After an undo they may hand in another.
CREATE UNIQUE INDEX reviews_once ON reviews (submission_id, reviewer_id) WHERE withdrawn_at IS NULL;
CREATE INDEX reviews_of_reviewer ON reviews (reviewer_id, handed_in_at);
CREATE INDEX reviews_of_claim ON reviews (claim_id);

CREATE TRIGGER reviews_of_others BEFORE INSERT ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviewer_is_author') WHERE new.reviewer_id =
    (SELECT student_id FROM submissions WHERE id = new.submission_id);
END;

-- indicators is a JSON list of the ticked ids; reason is sealed.
CREATE TABLE ratings (
  review_id TEXT NOT NULL REFERENCES reviews (id),
  criterion TEXT NOT NULL CONSTRAINT rating_criterion_length CHECK (length(criterion) <= 80),
  level INTEGER NOT NULL CONSTRAINT rating_level CHECK (level BETWEEN 1 AND 4),
  indicators TEXT NOT NULL CONSTRAINT rating_indicators_length CHECK (length(indicators) <= 500),
  reason TEXT NOT NULL CONSTRAINT rating_reason_length CHECK (length(reason) <= 20000),
  PRIMARY KEY (review_id, criterion)
) STRICT, WITHOUT ROWID;

-- levels is JSON: the levels this person gave. The reference levels are in the version.
CREATE TABLE practice_results (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  version_hash TEXT NOT NULL REFERENCES challenge_versions (hash),
  item_id TEXT NOT NULL CONSTRAINT practice_item_length CHECK (length(item_id) <= 80),
  challenge_id TEXT NOT NULL CONSTRAINT practice_challenge_length CHECK (length(challenge_id) <= 80),
  levels TEXT NOT NULL CONSTRAINT practice_levels_length CHECK (length(levels) <= 500),
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, version_hash, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_results_of_challenge ON practice_results (account_id, challenge_id);

-- Two people who know each other never review each other, whichever of them said so.
CREATE TABLE bars (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  other_id TEXT NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, other_id)
) STRICT, WITHOUT ROWID;

-- How much a reviewer's levels vary and lean, measured on answers whose level is known (anchored
-- counts them). No row: not measured yet.
CREATE TABLE reviewer_records (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
  variance REAL NOT NULL CONSTRAINT reviewer_variance CHECK (variance >= 0.15),
  shift REAL NOT NULL CONSTRAINT reviewer_shift CHECK (shift BETWEEN -0.75 AND 0.75),
  set_aside INTEGER NOT NULL CONSTRAINT reviewer_set_aside CHECK (set_aside IN (0, 1)),
  anchored INTEGER NOT NULL CONSTRAINT reviewer_anchored CHECK (anchored >= 0),
  measured_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Hand-ins of the last 90 days. In a small group the same pair may meet sooner. No row: small.
CREATE TABLE review_pools (
  organization_id TEXT PRIMARY KEY NOT NULL REFERENCES organizations (id),
  students INTEGER NOT NULL,
  hand_ins INTEGER NOT NULL,
  small INTEGER NOT NULL CONSTRAINT pool_small CHECK (small IN (0, 1)),
  counted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The next step towards a promised date, and when it is due. over: the round has closed.
CREATE TABLE promises (
  submission_id TEXT PRIMARY KEY NOT NULL REFERENCES submissions (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  handed_in_at INTEGER NOT NULL,
  promised_at INTEGER NOT NULL,
  step TEXT NOT NULL CONSTRAINT promise_step CHECK (step IN ('late', 'mentors', 'admin', 'missed', 'over')),
  due_at INTEGER NOT NULL,
  missed INTEGER NOT NULL CONSTRAINT promise_missed CHECK (missed >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX promises_due ON promises (due_at) WHERE step <> 'over';
CREATE INDEX promises_missed ON promises (organization_id, promised_at) WHERE step <> 'over';

-- Who is to be told that work waits: an author who owes reviews, or the mentors of a programme.
CREATE TABLE reminders (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  kind TEXT NOT NULL CONSTRAINT reminder_kind CHECK (kind IN ('owed', 'mentor-place')),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  due_at INTEGER NOT NULL,
  ended_at INTEGER,
  sent INTEGER NOT NULL CONSTRAINT reminder_sent CHECK (sent IN (0, 1)),
  PRIMARY KEY (submission_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_due ON reminders (due_at) WHERE ended_at IS NULL;
CREATE INDEX reminders_sent ON reminders (organization_id, ended_at) WHERE sent = 1;
