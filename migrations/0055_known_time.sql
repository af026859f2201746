-- A full result that opens later, because its author still owes reviews. The decision and the badge
-- never wait. No row: it was open at the decision. Each rule that opens it has a time here or is
-- read from other tables (worker/scoring/delay/result-delay.ts).
CREATE TABLE delayed_results (
  submission_id TEXT PRIMARY KEY NOT NULL REFERENCES submissions (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  -- Reviews that the author owes in this challenge, for this hand-in and those before it.
  owed INTEGER NOT NULL CONSTRAINT delayed_owed CHECK (owed >= 1),
  -- Since when there was no review that the author could give.
  idle_since INTEGER,
  -- It opens then at the latest.
  opens_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  opened_at INTEGER,
  opened_by TEXT CONSTRAINT delayed_opened_by CHECK (opened_by IN ('done', 'idle', 'time', 'left')),
  CONSTRAINT delayed_opens_for_a_reason CHECK ((opened_at IS NULL) = (opened_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX delayed_results_due ON delayed_results (due_at) WHERE opened_at IS NULL;
CREATE INDEX delayed_results_of_organization ON delayed_results (organization_id);

-- How often an author was reminded of owed reviews, and since when there was nothing to review.
ALTER TABLE reminders ADD COLUMN times_sent INTEGER NOT NULL DEFAULT 0
  CONSTRAINT reminder_times_sent CHECK (times_sent BETWEEN 0 AND 3);
ALTER TABLE reminders ADD COLUMN idle_since INTEGER;

-- When to compare the mentor reviews that a programme wants with those its mentors give.
ALTER TABLE review_pools ADD COLUMN mentor_time_due_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX review_pools_due ON review_pools (mentor_time_due_at);
CREATE INDEX claims_of_mentors ON claims (organization_id, ended_at)
  WHERE role = 'mentor' AND end_reason = 'submitted';

-- How long the last rounds of a challenge took from the hand-in to the decision. organization_id is
-- the programme of the authors, or '' for the rounds of all programmes, so it is no reference.
CREATE TABLE challenge_waits (
  challenge_id TEXT NOT NULL REFERENCES challenges (id),
  organization_id TEXT NOT NULL,
  -- JSON: hours, the latest round first.
  hours TEXT NOT NULL CONSTRAINT challenge_waits_length CHECK (length(hours) <= 500),
  PRIMARY KEY (challenge_id, organization_id)
) STRICT, WITHOUT ROWID;
