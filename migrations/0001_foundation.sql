CREATE TABLE idempotency_keys (
  account_id TEXT NOT NULL,
  key TEXT NOT NULL CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 120),
  request_hash TEXT NOT NULL,
  answer TEXT NOT NULL CONSTRAINT idempotency_answer_length CHECK (length(answer) <= 4096),
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  payload TEXT NOT NULL CONSTRAINT outbox_payload_length CHECK (length(payload) <= 2048),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_token TEXT,
  lease_until INTEGER,
  done_at INTEGER,
  dead_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

-- A conditional UPDATE or INSERT ... SELECT is followed by
--   INSERT INTO guard SELECT '<refusal>', changes()
-- When not exactly one row changed, the whole batch fails with the refusal's name.
CREATE TABLE guard (name TEXT NOT NULL, changed INTEGER NOT NULL) STRICT;
CREATE TRIGGER guard_check BEFORE INSERT ON guard BEGIN
  SELECT CASE WHEN new.changed = 1 THEN RAISE(IGNORE) ELSE RAISE(ABORT, new.name) END;
END;

CREATE TABLE counters (
  key TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  n INTEGER NOT NULL,
  cap INTEGER NOT NULL,
  PRIMARY KEY (key, starts_at),
  CONSTRAINT rate_limited CHECK (n <= cap)
) STRICT, WITHOUT ROWID;
CREATE INDEX counters_by_age ON counters (starts_at);
