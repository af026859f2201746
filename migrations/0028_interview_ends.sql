-- The rest of an interview: other times, cancelled, held or missed, outcome, messages.

-- offer_version: the event whose times are on offer instead of the booked one. ended_by: who was
-- absent or cancelled. outcome_due: until when the employer must record the outcome.
ALTER TABLE interview_requests ADD COLUMN offer_version INTEGER;
ALTER TABLE interview_requests ADD COLUMN ended_by TEXT
  CONSTRAINT request_ended_by CHECK (ended_by IN ('recruiter', 'student'));
ALTER TABLE interview_requests ADD COLUMN outcome_due INTEGER;

-- Before this migration only a student could cancel.
UPDATE interview_requests SET ended_by = 'student' WHERE state = 'cancelled';

-- The employer must record an outcome before it can ask the same student again.
DROP INDEX interview_requests_live;
CREATE UNIQUE INDEX interview_requests_live ON interview_requests (organization_id, student_id)
  WHERE state IN ('draft', 'queued', 'delivered', 'revision-requested', 'accepted', 'scheduled', 'held');

-- For retention, a held request without an outcome ends when its outcome was due.
DROP INDEX interview_requests_ended;
CREATE INDEX interview_requests_ended ON interview_requests (coalesce(ended_at, outcome_due), id);

-- Adjustments are now asked for by message. Texts under key 0 are plain, so SQL can edit them.
UPDATE request_editions SET content = '0|' || json_remove(substr(content, 3), '$.adjustments')
  WHERE content LIKE '0|{%';
UPDATE interview_requests SET draft = '0|' || json_remove(substr(draft, 3), '$.adjustments')
  WHERE draft LIKE '0|{%';

-- Sealed. location: the link, address or number. contact: JSON of the student's contact person.
ALTER TABLE bookings ADD COLUMN location TEXT
  CONSTRAINT booking_location_length CHECK (length(location) <= 1300);
ALTER TABLE bookings ADD COLUMN contact TEXT
  CONSTRAINT booking_contact_length CHECK (length(contact) <= 2500);

-- SQLite cannot change a UNIQUE or a CHECK in place, so these two tables are created again.
-- Bookings reference slots; each reference is valid again once its slot is back.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE slots_kept AS SELECT * FROM slots;
DROP TABLE slots;
CREATE TABLE slots (
  id TEXT PRIMARY KEY NOT NULL,
  request_id TEXT NOT NULL,
  edition INTEGER NOT NULL,
  host_id TEXT NOT NULL REFERENCES accounts (id),
  offered_by TEXT NOT NULL CONSTRAINT slot_offered_by CHECK (offered_by IN ('recruiter', 'student')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  zone TEXT NOT NULL CONSTRAINT slot_zone_length CHECK (length(zone) <= 60),
  -- 0: offered with a wording. Else the event that offered it instead of the booked time.
  offer_version INTEGER NOT NULL DEFAULT 0,
  UNIQUE (request_id, edition, offer_version, starts_at),
  FOREIGN KEY (request_id, edition) REFERENCES request_editions (request_id, number),
  CONSTRAINT slot_lasts CHECK (ends_at > starts_at)
) STRICT;
INSERT INTO slots (id, request_id, edition, host_id, offered_by, starts_at, ends_at, zone)
  SELECT id, request_id, edition, host_id, offered_by, starts_at, ends_at, zone FROM slots_kept;
DROP TABLE slots_kept;

CREATE TABLE interview_events_new (
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  version INTEGER NOT NULL,
  event TEXT NOT NULL CONSTRAINT interview_event CHECK (event IN ('create', 'send', 'undo', 'deliver',
    'withdraw', 'accept', 'decline', 'ask-revision', 'expire', 'lapse', 'offer-slots', 'ask-move', 'keep-time', 'book', 'move',
    'cancel', 'attend', 'miss', 'dispute', 'decide', 'amend')),
  actor TEXT NOT NULL CONSTRAINT interview_event_actor CHECK (actor IN ('recruiter', 'student', 'timer')),
  account_id TEXT REFERENCES accounts (id),
  state TEXT NOT NULL,
  edition INTEGER NOT NULL,
  cause TEXT CONSTRAINT interview_event_cause CHECK (cause IN ('student-unavailable', 'no-longer-available',
    'blocked', 'consent-withdrawn')),
  parts TEXT CONSTRAINT interview_event_parts_length CHECK (length(parts) <= 200),
  words TEXT CONSTRAINT interview_event_words_length CHECK (length(words) <= 2100),
  at INTEGER NOT NULL,
  -- The time that this event set, if any.
  starts_at INTEGER,
  PRIMARY KEY (request_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO interview_events_new
  SELECT request_id, version, event, actor, account_id, state, edition, cause, parts, words, at,
    CASE WHEN event = 'accept'
      THEN (SELECT b.starts_at FROM bookings b WHERE b.request_id = interview_events.request_id) END
  FROM interview_events;
DROP TABLE interview_events;
ALTER TABLE interview_events_new RENAME TO interview_events;

-- Outcomes of an interview as each side reports them, the employer's first. feedback is sealed.
CREATE TABLE outcomes (
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  version INTEGER NOT NULL,
  side TEXT NOT NULL CONSTRAINT outcome_side CHECK (side IN ('recruiter', 'student')),
  outcome TEXT NOT NULL CONSTRAINT outcome_kind CHECK (outcome IN ('advance', 'offer', 'not-selected', 'next-round',
    'hired', 'offer-declined')),
  feedback TEXT CONSTRAINT outcome_feedback_length CHECK (length(feedback) <= 8100),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (request_id, version)
) STRICT, WITHOUT ROWID;

-- A student's own note on an interview. words are sealed.
CREATE TABLE interview_notes (
  request_id TEXT PRIMARY KEY NOT NULL REFERENCES interview_requests (id),
  words TEXT NOT NULL CONSTRAINT interview_note_length CHECK (length(words) <= 8100),
  updated_at INTEGER NOT NULL
) STRICT;

-- Messages between the two sides. words are sealed.
CREATE TABLE request_messages (
  id TEXT PRIMARY KEY NOT NULL,
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  side TEXT NOT NULL CONSTRAINT message_side CHECK (side IN ('recruiter', 'student')),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  topic TEXT CONSTRAINT message_topic CHECK (topic IN ('adjustment')),
  words TEXT NOT NULL CONSTRAINT message_words_length CHECK (length(words) <= 8100),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX request_messages_of_request ON request_messages (request_id, at, id);
CREATE INDEX request_messages_old ON request_messages (at);
