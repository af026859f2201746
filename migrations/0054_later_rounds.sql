-- A second or third round, from when the student opens it. It may lapse, and be opened again in its time.
CREATE TABLE revisions (
  id TEXT NOT NULL UNIQUE,
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  round INTEGER NOT NULL CONSTRAINT revision_round CHECK (round BETWEEN 2 AND 3),
  opened_at INTEGER NOT NULL,
  -- Its time was over, or the student left the programme, before it was handed in.
  lapsed_at INTEGER,
  -- Raised by each save of the plan, so that one written elsewhere is not replaced.
  plan_version INTEGER NOT NULL CONSTRAINT revision_plan_version CHECK (plan_version >= 0),
  -- The student left the plan for the answers, with lines or without.
  plan_ended INTEGER NOT NULL CONSTRAINT revision_plan_ended CHECK (plan_ended IN (0, 1)),
  PRIMARY KEY (attempt_id, round)
) STRICT;

-- What the student wants to do differently, each line about one comment. quote and words are sealed.
CREATE TABLE revision_plans (
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  round INTEGER NOT NULL,
  line INTEGER NOT NULL CONSTRAINT plan_line CHECK (line BETWEEN 1 AND 3),
  quote TEXT NOT NULL CONSTRAINT plan_quote_length CHECK (length(quote) <= 16100),
  words TEXT NOT NULL CONSTRAINT plan_words_length CHECK (length(words) <= 4100),
  PRIMARY KEY (attempt_id, round, line)
) STRICT, WITHOUT ROWID;

-- A coach's remark on a plan. words is sealed with the student's key.
CREATE TABLE plan_comments (
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  round INTEGER NOT NULL,
  mentor_id TEXT NOT NULL REFERENCES accounts (id),
  words TEXT NOT NULL CONSTRAINT plan_comment_length CHECK (length(words) <= 4100),
  at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, round, mentor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_comments_of_mentor ON plan_comments (mentor_id);

-- As when an attempt is started: two are open at most in one skill.
CREATE TRIGGER attempts_two_open_again BEFORE UPDATE OF state ON attempts
WHEN new.state = 'open' AND old.state <> 'open' BEGIN
  SELECT RAISE(ABORT, 'two_attempts_open') WHERE (
    SELECT count(*) FROM attempts
    WHERE student_id = new.student_id AND skill = new.skill AND state = 'open') >= 2;
END;

-- Who is offered this answer first, because they know its earlier round. Empty: nobody.
ALTER TABLE submission_queue ADD COLUMN preferred_id TEXT;
CREATE INDEX submission_queue_of_preferred ON submission_queue (preferred_id)
  WHERE preferred_id IS NOT NULL;
-- The rules check preferred_id on each offer, so the index has it, as it has the author.
DROP INDEX submission_queue_offers;
CREATE INDEX submission_queue_offers ON submission_queue
  (pool, kind, challenge_id, language, late DESC, assigned, credit DESC, hand_in_hour, random_order,
   author_id, cohort_id, preferred_id)
  WHERE assigned < wanted;

-- How many proficient decisions a challenge has, and how many of them needed more than one round.
CREATE TABLE rounds_needed (
  challenge_id TEXT PRIMARY KEY NOT NULL,
  proficient INTEGER NOT NULL CONSTRAINT rounds_needed_proficient CHECK (proficient >= 0),
  later INTEGER NOT NULL CONSTRAINT rounds_needed_later CHECK (later BETWEEN 0 AND proficient)
) STRICT, WITHOUT ROWID;
INSERT INTO rounds_needed
  SELECT s.challenge_id, count(*), sum(s.round > 1) FROM decisions d
  JOIN submissions s ON s.id = d.submission_id WHERE d.state = 'proficient' GROUP BY s.challenge_id;
CREATE TRIGGER decisions_count_rounds AFTER INSERT ON decisions WHEN new.state = 'proficient' BEGIN
  INSERT INTO rounds_needed
    SELECT challenge_id, 1, round > 1 FROM submissions WHERE id = new.submission_id
    ON CONFLICT DO UPDATE SET proficient = proficient + 1, later = later + excluded.later;
END;
