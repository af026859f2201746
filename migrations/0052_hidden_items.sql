-- Answers whose levels are known, to measure reviewers with. A claim or a review is on a submission
-- or on one of these.
CREATE TABLE hidden_items (
  id TEXT PRIMARY KEY NOT NULL,
  challenge_id TEXT NOT NULL REFERENCES challenges (id),
  version_hash TEXT NOT NULL REFERENCES challenge_versions (hash),
  language TEXT NOT NULL CONSTRAINT hidden_item_language_length CHECK (length(language) BETWEEN 2 AND 8),
  -- NULL: for every programme.
  pool TEXT REFERENCES organizations (id),
  -- public: from the version's calibration. round: a round whose author agreed.
  source TEXT NOT NULL CONSTRAINT hidden_item_source CHECK (source IN ('public', 'round')),
  item_key TEXT CONSTRAINT hidden_item_key_length CHECK (length(item_key) <= 80),
  submission_id TEXT REFERENCES submissions (id),
  -- JSON: the known level of each criterion, and how sure it is (0: two readers agreed on it).
  levels TEXT NOT NULL CONSTRAINT hidden_item_levels CHECK (json_valid(levels) AND length(levels) <= 500),
  anchor_variance REAL NOT NULL CONSTRAINT hidden_item_anchor_variance CHECK (anchor_variance >= 0),
  -- Sealed JSON of a round's answers, redacted. A public item is read from its version.
  body TEXT CONSTRAINT hidden_item_length CHECK (length(body) <= 262244),
  made_at INTEGER NOT NULL,
  -- Not offered any more. A round's text is gone, its levels stay as evidence.
  retired_at INTEGER,
  CONSTRAINT hidden_item_of_a_version CHECK ((source = 'public') = (item_key IS NOT NULL)),
  CONSTRAINT hidden_item_of_a_round CHECK ((source = 'round') = (submission_id IS NOT NULL)
    AND (source = 'round') = (pool IS NOT NULL)),
  CONSTRAINT hidden_item_has_text CHECK ((source = 'round' AND retired_at IS NULL) = (body IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX hidden_items_of_version ON hidden_items (version_hash, item_key) WHERE source = 'public';
CREATE UNIQUE INDEX hidden_items_of_submission ON hidden_items (submission_id) WHERE source = 'round';
CREATE INDEX hidden_items_offered ON hidden_items (challenge_id, pool) WHERE retired_at IS NULL;

-- The author's answer to the question whether a round may become a hidden item. No row: not answered.
CREATE TABLE item_agreements (
  submission_id TEXT PRIMARY KEY NOT NULL REFERENCES submissions (id),
  student_id TEXT NOT NULL REFERENCES accounts (id),
  agreed INTEGER NOT NULL CONSTRAINT item_agreed CHECK (agreed IN (0, 1)),
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_agreements_of_student ON item_agreements (student_id);

-- The ids are random UUIDs (version 4).
INSERT INTO hidden_items (id, challenge_id, version_hash, language, source, item_key, levels, anchor_variance, made_at)
  SELECT lower(printf('%s-%s-4%s-%s%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
      substr('89AB', 1 + (random() & 3), 1), substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
    v.challenge_id, v.hash, v.language, 'public', item.value ->> '$.id', item.value -> '$.levels', 0, v.published_at
  FROM challenge_versions v JOIN json_each(v.body, '$.calibration') item
  WHERE item.value ->> '$.use' = 'hidden';

-- SQLite cannot change NOT NULL in place, so both tables are created again. 0026 says why the rows
-- are copied aside and no table is renamed. All references to these tables have an index.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE claims_kept AS SELECT * FROM claims;
DROP TABLE claims;
-- author_id is NULL for a claim on a hidden item, so that it never counts as a pair.
CREATE TABLE claims (
  id TEXT PRIMARY KEY NOT NULL,
  submission_id TEXT REFERENCES submissions (id),
  reviewer_id TEXT NOT NULL REFERENCES accounts (id),
  author_id TEXT REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  challenge_id TEXT NOT NULL CONSTRAINT claim_challenge_length CHECK (length(challenge_id) <= 80),
  role TEXT NOT NULL CONSTRAINT claim_role CHECK (role IN ('peer', 'mentor')),
  claimed_at INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  ended_at INTEGER,
  end_reason TEXT CONSTRAINT claim_end_reason CHECK (end_reason IN ('submitted', 'released', 'lapsed')),
  release_reason TEXT CONSTRAINT claim_release_reason CHECK (release_reason IN (
    'know-this-person', 'conflict', 'language', 'distressing', 'technical', 'no-time', 'undo')),
  locked_levels TEXT
    CONSTRAINT claim_locked_levels CHECK (json_valid(locked_levels) AND length(locked_levels) <= 2000),
  item_id TEXT REFERENCES hidden_items (id),
  seat INTEGER NOT NULL DEFAULT 0 CONSTRAINT claim_seat CHECK (seat BETWEEN 0 AND 3),
  CONSTRAINT claim_on_one_answer CHECK ((submission_id IS NULL) <> (item_id IS NULL)
    AND (submission_id IS NULL) = (author_id IS NULL)),
  CONSTRAINT claim_seat_of_peer CHECK (role = 'mentor' OR seat = 0),
  CONSTRAINT claim_of_own_work CHECK (reviewer_id <> author_id),
  CONSTRAINT claim_ends_for_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CONSTRAINT claim_released_for_a_reason CHECK ((end_reason IS 'released') = (release_reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO claims (id, submission_id, reviewer_id, author_id, organization_id, challenge_id, role,
    claimed_at, lease_until, ended_at, end_reason, release_reason, locked_levels)
  SELECT id, submission_id, reviewer_id, author_id, organization_id, challenge_id, role,
    claimed_at, lease_until, ended_at, end_reason, release_reason, locked_levels FROM claims_kept;
DROP TABLE claims_kept;
-- One live claim for each seat of a reviewer, so nobody can choose among answers.
CREATE UNIQUE INDEX claims_live ON claims (reviewer_id, seat) WHERE ended_at IS NULL;
CREATE INDEX claims_pair ON claims (reviewer_id, author_id);
CREATE INDEX claims_released ON claims (reviewer_id, ended_at) WHERE end_reason = 'released';
CREATE INDEX claims_lapsed ON claims (ended_at) WHERE end_reason = 'lapsed';
CREATE INDEX claims_worried ON claims (organization_id, ended_at) WHERE release_reason = 'distressing';
CREATE INDEX claims_returned ON claims (ended_at) WHERE end_reason = 'released';
-- Which items a reviewer has had, and who has had an item.
CREATE INDEX claims_of_items ON claims (reviewer_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX claims_of_item ON claims (item_id) WHERE item_id IS NOT NULL;

CREATE TABLE reviews_kept AS SELECT * FROM reviews;
DROP TABLE reviews;
CREATE TABLE reviews (
  id TEXT PRIMARY KEY NOT NULL,
  submission_id TEXT REFERENCES submissions (id),
  reviewer_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL CONSTRAINT review_role CHECK (role IN ('peer', 'mentor')),
  claim_id TEXT NOT NULL REFERENCES claims (id),
  worked TEXT NOT NULL CONSTRAINT review_worked_length CHECK (length(worked) <= 20000),
  try_next TEXT NOT NULL CONSTRAINT review_try_next_length CHECK (length(try_next) <= 20000),
  handed_in_at INTEGER NOT NULL,
  effective_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  surplus INTEGER NOT NULL CONSTRAINT review_kept CHECK (surplus IN (0, 1)),
  item_id TEXT REFERENCES hidden_items (id),
  CONSTRAINT review_of_one_answer CHECK ((submission_id IS NULL) <> (item_id IS NULL)),
  CONSTRAINT review_can_be_undone CHECK (effective_at > handed_in_at)
) STRICT;
INSERT INTO reviews (id, submission_id, reviewer_id, role, claim_id, worked, try_next, handed_in_at,
    effective_at, withdrawn_at, surplus)
  SELECT id, submission_id, reviewer_id, role, claim_id, worked, try_next, handed_in_at,
    effective_at, withdrawn_at, surplus FROM reviews_kept;
DROP TABLE reviews_kept;
-- One review of an answer per reviewer. After an undo they may hand in another.
CREATE UNIQUE INDEX reviews_once ON reviews (submission_id, reviewer_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX reviews_of_item_once ON reviews (item_id, reviewer_id)
  WHERE withdrawn_at IS NULL AND item_id IS NOT NULL;
CREATE INDEX reviews_of_reviewer ON reviews (reviewer_id, handed_in_at);
CREATE INDEX reviews_of_claim ON reviews (claim_id);
CREATE INDEX reviews_of_submission ON reviews (submission_id);
CREATE INDEX reviews_of_item ON reviews (item_id) WHERE item_id IS NOT NULL;
CREATE TRIGGER reviews_of_others BEFORE INSERT ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviewer_is_author') WHERE new.reviewer_id =
    (SELECT student_id FROM submissions WHERE id = new.submission_id);
END;
CREATE TRIGGER reviews_of_items_of_others BEFORE INSERT ON reviews WHEN new.item_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'reviewer_is_author') WHERE new.reviewer_id = (SELECT s.student_id
    FROM hidden_items i JOIN submissions s ON s.id = i.submission_id WHERE i.id = new.item_id);
END;
