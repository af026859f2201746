-- A request to become a mentor of the open programme. Until an admin of the operator admits them,
-- they have no membership there and can use no route for mentors. about is sealed.
CREATE TABLE admissions (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  about TEXT NOT NULL CONSTRAINT admission_about_length CHECK (length(about) <= 8000),
  asked_at INTEGER NOT NULL,
  decision TEXT CONSTRAINT admission_decision CHECK (decision IN ('admitted', 'declined', 'withdrawn')),
  reason TEXT CONSTRAINT admission_reason_length CHECK (length(reason) <= 600),
  decided_by TEXT REFERENCES accounts (id),
  decided_at INTEGER,
  CONSTRAINT admission_decided CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CONSTRAINT admission_decided_by CHECK ((decision IS NULL) = (decided_by IS NULL))
) STRICT;
-- Asking twice stores one request.
CREATE UNIQUE INDEX admissions_live ON admissions (account_id, organization_id) WHERE decided_at IS NULL;
CREATE INDEX admissions_waiting ON admissions (asked_at) WHERE decided_at IS NULL;
CREATE INDEX admissions_of_account ON admissions (account_id, asked_at);

-- A challenge that somebody may not take, because they review others in it and have seen its key.
CREATE TABLE forgone_challenges (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  challenge_id TEXT NOT NULL CONSTRAINT forgone_challenge_length CHECK (length(challenge_id) <= 80),
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, challenge_id)
) STRICT, WITHOUT ROWID;
-- Mentors who practised before this rule have also seen the key.
INSERT INTO forgone_challenges (account_id, challenge_id, at)
  SELECT p.account_id, p.challenge_id, min(p.at) FROM practice_results p
  WHERE NOT EXISTS (
    SELECT 1 FROM submissions s WHERE s.challenge_id = p.challenge_id AND s.student_id = p.account_id)
  GROUP BY p.account_id, p.challenge_id;

-- waits_for: who is missing for a decision, so that no date is promised. told_at: when the author
-- was last told. watch_at: when to check again who could decide.
ALTER TABLE promises ADD COLUMN waits_for TEXT
  CONSTRAINT promise_waits_for CHECK (waits_for IN ('mentor', 'reviewer'));
ALTER TABLE promises ADD COLUMN told_at INTEGER;
ALTER TABLE promises ADD COLUMN watch_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX promises_watch ON promises (watch_at) WHERE step <> 'over';

-- Counts the answers that a reviewer gave back, for any reason.
CREATE INDEX claims_released ON claims (reviewer_id, ended_at) WHERE end_reason = 'released';
-- Finds whether somebody else of the programme could review an author first.
CREATE INDEX submissions_of_pool ON submissions (organization_id, challenge_id, student_id);
