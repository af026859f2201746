CREATE TABLE attempts (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES accounts (id),
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  challenge_id TEXT NOT NULL REFERENCES challenges (id),
  version_hash TEXT NOT NULL REFERENCES challenge_versions (hash),
  skill TEXT NOT NULL,
  state TEXT NOT NULL CONSTRAINT attempt_state CHECK (state IN ('open', 'handed-in', 'closed', 'lapsed')),
  round INTEGER NOT NULL CONSTRAINT attempt_round CHECK (round BETWEEN 1 AND 3),
  ink_state TEXT NOT NULL CONSTRAINT attempt_ink_state_length CHECK (length(ink_state) <= 4096),
  started_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  -- When it stopped accepting turns: handed in, or lapsed.
  ended_at INTEGER,
  sitting TEXT NOT NULL CONSTRAINT attempt_sitting CHECK (sitting IN ('supervised', 'unsupervised')),
  identity TEXT NOT NULL CONSTRAINT attempt_identity CHECK (identity IN ('checked', 'not checked')),
  CONSTRAINT attempt_end CHECK ((state = 'open') = (ended_at IS NULL))
) STRICT;
-- One open attempt per challenge.
CREATE UNIQUE INDEX attempts_one_open ON attempts (student_id, challenge_id) WHERE state = 'open';
CREATE INDEX attempts_of_student ON attempts (student_id, started_at);
CREATE INDEX attempts_to_lapse ON attempts (closes_at) WHERE state = 'open';
CREATE INDEX attempts_of_organization ON attempts (organization_id, state);

CREATE TRIGGER attempts_two_open BEFORE INSERT ON attempts BEGIN
  SELECT RAISE(ABORT, 'two_attempts_open') WHERE (
    SELECT count(*) FROM attempts
    WHERE student_id = new.student_id AND skill = new.skill AND state = 'open') >= 2;
END;

-- What was done, in order. Nothing is ever deleted: going back is also a turn.
CREATE TABLE turns (
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  number INTEGER NOT NULL CONSTRAINT turn_number CHECK (number BETWEEN 1 AND 500),
  kind TEXT NOT NULL CONSTRAINT turn_kind CHECK (kind IN ('choice', 'answer', 'back', 'timeout')),
  -- The choice taken, the prompt answered, or the passage gone back to.
  choice_id TEXT NOT NULL CONSTRAINT turn_choice_length CHECK (length(choice_id) BETWEEN 1 AND 80),
  -- The passage it led to.
  passage_id TEXT NOT NULL CONSTRAINT turn_passage_length CHECK (length(passage_id) BETWEEN 1 AND 80),
  ink_state TEXT NOT NULL CONSTRAINT turn_ink_state_length CHECK (length(ink_state) <= 4096),
  at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, number)
) STRICT, WITHOUT ROWID;

-- text is sealed.
CREATE TABLE drafts (
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  prompt_id TEXT NOT NULL CONSTRAINT draft_prompt_length CHECK (length(prompt_id) BETWEEN 1 AND 80),
  text TEXT NOT NULL CONSTRAINT draft_length CHECK (length(text) <= 60000),
  version INTEGER NOT NULL CONSTRAINT draft_version CHECK (version >= 1),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, prompt_id)
) STRICT;

-- Texts that lost against a newer draft, kept so that no text is lost.
CREATE TABLE draft_losers (
  id TEXT PRIMARY KEY NOT NULL,
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  prompt_id TEXT NOT NULL,
  text TEXT NOT NULL CONSTRAINT draft_loser_length CHECK (length(text) <= 60000),
  lost_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_losers_of_prompt ON draft_losers (attempt_id, prompt_id, lost_at);

CREATE TABLE rounds (
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  number INTEGER NOT NULL CONSTRAINT round_number CHECK (number BETWEEN 1 AND 3),
  state TEXT NOT NULL CONSTRAINT round_state CHECK (state IN ('open', 'closed')),
  -- JSON list of the competencies that this round is about; scoring removes the settled ones.
  open_criteria TEXT NOT NULL CONSTRAINT round_criteria_length CHECK (length(open_criteria) <= 400),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (attempt_id, number)
) STRICT;

-- At most one submission per round: the primary key enforces it. answers is sealed JSON by prompt.
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
  answers TEXT NOT NULL CONSTRAINT submission_answers_length CHECK (length(answers) <= 200000),
  evidence_hash TEXT NOT NULL CONSTRAINT submission_hash_length CHECK (length(evidence_hash) = 43),
  evidence_salt TEXT NOT NULL CONSTRAINT submission_salt_length CHECK (length(evidence_salt) = 32),
  kind TEXT NOT NULL CONSTRAINT submission_kind CHECK (kind IN ('attempt', 'prior-learning')),
  at INTEGER NOT NULL,
  promised_at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, round)
) STRICT;
CREATE INDEX submissions_of_student ON submissions (student_id, at);
CREATE INDEX submissions_of_challenge ON submissions (challenge_id, student_id);
CREATE INDEX submissions_of_organization ON submissions (organization_id, at);

CREATE TRIGGER submissions_stay BEFORE UPDATE OF answers, evidence_hash, at ON submissions BEGIN
  SELECT RAISE(ABORT, 'submission_is_final');
END;
