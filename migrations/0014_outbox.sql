-- One row per consumer, so that each is tried, retried and given up on its own.
CREATE TABLE outbox_by_consumer (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  consumer TEXT NOT NULL,
  lane INTEGER NOT NULL CONSTRAINT outbox_lane CHECK (lane IN (0, 1, 2)),
  subject_id TEXT NOT NULL,
  payload TEXT NOT NULL CONSTRAINT outbox_payload_length CHECK (length(payload) <= 2048),
  due_at INTEGER NOT NULL,
  first_due_at INTEGER NOT NULL,
  -- After this time it is dropped; NULL: never.
  until_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_token TEXT,
  lease_until INTEGER,
  done_at INTEGER,
  dead_at INTEGER,
  -- Type of the last failure. too-late in a finished row means that it was dropped.
  problem TEXT
) STRICT;

-- A waiting note keeps its id for its first consumer, and so the key of the commits it has made.
INSERT INTO outbox_by_consumer
WITH consumers (kind, consumer, lane, place) AS (VALUES
  ('sign-in.code', 'mail', 0, 1), ('invitation.made', 'mail', 2, 1), ('employer.applied', 'operator', 2, 1),
  ('employer.approved', 'tell', 1, 1), ('employer.declined', 'tell', 1, 1), ('attempt.submitted', 'places', 1, 1),
  ('review.settled', 'score', 1, 1), ('review.owed', 'tell', 2, 1), ('mentor-place.waiting', 'tell', 2, 1),
  ('promise.near', 'admins', 2, 1), ('promise.missed', 'author', 1, 1), ('promise.missed', 'admins', 1, 2),
  ('answer.distressing', 'admins', 1, 1), ('decision.made', 'tell', 1, 1), ('decision.made', 'award', 1, 2),
  ('credential.prepared', 'sign', 1, 1), ('credential.issued', 'tell', 1, 1), ('credential.ended', 'list', 1, 1),
  ('credential.ended', 'talent', 1, 2), ('credential.ended', 'tell', 1, 3), ('visibility.changed', 'tell', 1, 1), ('visibility.changed', 'interviews', 1, 2),
  ('visibility.expiring', 'tell', 2, 1), ('visibility.expired', 'end', 1, 1), ('visibility.paused', 'tell', 2, 1),
  ('consent.withdrawn', 'interviews', 1, 1), ('opening.waiting', 'operator', 2, 1), ('opening.approved', 'tell', 1, 1), ('opening.declined', 'tell', 1, 1),
  ('interview.delivery', 'deliver', 1, 1), ('interview.expiry', 'expire', 1, 1), ('interview.lapse', 'lapse', 1, 1),
  ('interview.delivered', 'student', 1, 1), ('interview.reminder', 'student', 2, 1), ('interview.returned', 'staff', 1, 1),
  ('interview.answered', 'student', 1, 1), ('interview.answered', 'staff', 1, 2), ('interview.withdrawn', 'student', 1, 1),
  ('interview.expired', 'student', 2, 1), ('interview.expired', 'staff', 2, 2), ('interview.lapsed', 'student', 2, 1),
  ('interview.lapsed', 'staff', 2, 2))
SELECT CASE WHEN coalesce(c.place, 1) = 1 THEN o.id ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' ||
    substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END,
  o.kind, coalesce(c.consumer, 'unknown'), coalesce(c.lane, 2), o.subject_id, o.payload, o.due_at, o.due_at,
  CASE o.kind WHEN 'sign-in.code' THEN o.due_at + 600000 END,
  o.attempts, NULL, NULL, NULL, o.dead_at, CASE WHEN o.dead_at IS NOT NULL THEN 'unknown' END
FROM outbox o LEFT JOIN consumers c ON c.kind = o.kind
WHERE o.done_at IS NULL;

DROP TABLE outbox;
ALTER TABLE outbox_by_consumer RENAME TO outbox;

-- A drain takes from each lane what is due first.
CREATE INDEX outbox_due ON outbox (lane, due_at) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL;
CREATE INDEX outbox_dropped ON outbox (done_at) WHERE done_at IS NOT NULL AND problem = 'too-late';
CREATE INDEX outbox_alarms ON outbox (first_due_at) WHERE kind = 'note.dead';

-- When its mail was sent, so that a retried note does not mail twice.
ALTER TABLE notifications ADD COLUMN mailed_at INTEGER;
UPDATE notifications SET mailed_at = at;

-- The request that used a code and the session it opened, for a repeat whose answer was lost.
ALTER TABLE sign_ins ADD COLUMN used_key_hash TEXT;
ALTER TABLE sign_ins ADD COLUMN used_before TEXT;

-- For the hourly sweep, which checks that each proficient decision has its badge.
CREATE INDEX decisions_proficient ON decisions (decided_at) WHERE state = 'proficient';
