-- A programme asks another to share reviewers, and how that ended. It is in force after `accepted`,
-- until ended_at.
CREATE TABLE reviewer_sharings (
  id TEXT PRIMARY KEY NOT NULL,
  asking_organization_id TEXT NOT NULL REFERENCES organizations (id),
  asked_organization_id TEXT NOT NULL REFERENCES organizations (id),
  asked_by TEXT NOT NULL REFERENCES accounts (id),
  asked_at INTEGER NOT NULL,
  answer TEXT CONSTRAINT sharing_answer CHECK (answer IN ('accepted', 'declined', 'withdrawn')),
  answered_by TEXT REFERENCES accounts (id),
  answered_at INTEGER,
  ended_by TEXT REFERENCES accounts (id),
  -- Which of the two programmes ended it.
  ending_organization_id TEXT REFERENCES organizations (id),
  ended_at INTEGER,
  CONSTRAINT sharing_with_another CHECK (asking_organization_id <> asked_organization_id),
  CONSTRAINT sharing_answered_at CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT sharing_ends_after_yes CHECK (ended_at IS NULL OR answer IS 'accepted'),
  CONSTRAINT sharing_ended_by_one CHECK ((ended_at IS NULL) = (ending_organization_id IS NULL))
) STRICT;
-- A programme asks one other at a time.
CREATE UNIQUE INDEX reviewer_sharings_waiting ON reviewer_sharings (asking_organization_id)
  WHERE answer IS NULL;
CREATE UNIQUE INDEX reviewer_sharings_in_force ON reviewer_sharings (asking_organization_id)
  WHERE answer = 'accepted' AND ended_at IS NULL;
CREATE INDEX reviewer_sharings_of_asking ON reviewer_sharings (asking_organization_id, answer, asked_at);
CREATE INDEX reviewer_sharings_of_asked ON reviewer_sharings (asked_organization_id, answer, asked_at);

-- The id of one of the two programmes that share reviewers. NULL: it shares with none.
ALTER TABLE organizations ADD COLUMN pool_id TEXT REFERENCES organizations (id);
CREATE INDEX organizations_of_pool ON organizations (pool_id) WHERE pool_id IS NOT NULL;

-- The author's programme. `pool` says whose reviewers get the answer, and moves when two programmes
-- begin or end to share them.
ALTER TABLE submission_queue ADD COLUMN organization_id TEXT REFERENCES organizations (id);
UPDATE submission_queue SET organization_id = pool;
-- A version that runs until the deploy is over does not set it.
CREATE TRIGGER submission_queue_organization AFTER INSERT ON submission_queue
  WHEN new.organization_id IS NULL BEGIN
  UPDATE submission_queue SET organization_id = new.pool
    WHERE submission_id = new.submission_id AND kind = new.kind;
END;
DROP INDEX submission_queue_of_pool;
CREATE INDEX submission_queue_of_organization ON submission_queue (organization_id, hand_in_hour)
  WHERE kind = 'peer';
-- The rules check it on each offer to a mentor, so the index has it.
DROP INDEX submission_queue_offers;
CREATE INDEX submission_queue_offers ON submission_queue
  (pool, kind, challenge_id, language, late DESC, assigned, credit DESC, hand_in_hour, random_order,
   author_id, cohort_id, preferred_id, organization_id)
  WHERE assigned < wanted;

-- An answer that worried a reviewer, of whichever programme.
CREATE INDEX claims_worried_of_answer ON claims (submission_id) WHERE release_reason = 'distressing';
