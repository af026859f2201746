-- One row per criterion and settled review. Model, prior and inputs are all that is needed to
-- compute it again exactly. inputs is JSON [{review, y, b, v, mentor, setAside}], in the order they
-- were used.
CREATE TABLE estimates (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  criterion TEXT NOT NULL CONSTRAINT estimate_criterion_length CHECK (length(criterion) <= 80),
  number INTEGER NOT NULL CONSTRAINT estimate_number CHECK (number >= 1),
  model TEXT NOT NULL CONSTRAINT estimate_model_length CHECK (length(model) <= 20),
  prior_mean REAL NOT NULL,
  prior_variance REAL NOT NULL CONSTRAINT estimate_prior_variance CHECK (prior_variance > 0),
  inputs TEXT NOT NULL CONSTRAINT estimate_inputs_length CHECK (length(inputs) <= 16384),
  mean REAL NOT NULL,
  variance REAL NOT NULL CONSTRAINT estimate_variance CHECK (variance > 0),
  p REAL NOT NULL CONSTRAINT estimate_p CHECK (p BETWEEN 0 AND 1),
  count INTEGER NOT NULL CONSTRAINT estimate_count CHECK (count >= 0),
  state TEXT NOT NULL CONSTRAINT estimate_state CHECK (state IN ('proficient', 'not-yet', 'needs-more')),
  at INTEGER NOT NULL,
  PRIMARY KEY (submission_id, criterion, number),
  CONSTRAINT too_few_to_decide CHECK (count >= 3 OR state = 'needs-more')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER estimates_stay BEFORE UPDATE ON estimates BEGIN
  SELECT RAISE(ABORT, 'estimate_is_final');
END;

-- A round closes once: one decision per submission.
CREATE TABLE decisions (
  id TEXT PRIMARY KEY NOT NULL,
  submission_id TEXT NOT NULL UNIQUE REFERENCES submissions (id),
  state TEXT NOT NULL CONSTRAINT decision_state CHECK (state IN ('proficient', 'not-yet', 'needs-more')),
  level INTEGER CONSTRAINT decision_level CHECK (level BETWEEN 3 AND 4),
  decided_at INTEGER NOT NULL,
  CONSTRAINT decision_level_of_a_badge CHECK ((state = 'proficient') = (level IS NOT NULL))
) STRICT;
