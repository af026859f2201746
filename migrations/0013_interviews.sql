-- An employer's request and its state. version counts its events. draft is sealed JSON: a wording
-- that was not sent, or came back undelivered.
CREATE TABLE interview_requests (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  student_id TEXT NOT NULL REFERENCES accounts (id),
  opening_id TEXT NOT NULL REFERENCES openings (id),
  recruiter_id TEXT NOT NULL REFERENCES accounts (id),
  -- Stored, so that a request still names its card after the pseudonym key changes.
  pseudonym TEXT NOT NULL,
  state TEXT NOT NULL CONSTRAINT request_state CHECK (state IN ('draft', 'queued', 'delivered',
    'revision-requested', 'accepted', 'scheduled', 'held', 'closed', 'withdrawn', 'declined', 'expired',
    'lapsed', 'cancelled', 'no-show')),
  version INTEGER NOT NULL CONSTRAINT request_version CHECK (version >= 1),
  edition INTEGER NOT NULL CONSTRAINT request_edition CHECK (edition >= 0),
  revisions INTEGER NOT NULL CONSTRAINT request_revisions CHECK (revisions BETWEEN 0 AND 2),
  draft TEXT CONSTRAINT request_draft_length CHECK (length(draft) <= 24000),
  deliver_at INTEGER,
  answer_by INTEGER,
  disclosure_id TEXT REFERENCES disclosures (id),
  -- Sealed. What the student typed for this employer when accepting.
  telephone TEXT CONSTRAINT request_telephone_length CHECK (length(telephone) <= 200),
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  CONSTRAINT request_identity_on_acceptance CHECK (disclosure_id IS NULL OR state IN ('accepted', 'scheduled',
    'held', 'closed', 'cancelled', 'no-show', 'lapsed'))
) STRICT;
-- One live request between an employer and a student.
CREATE UNIQUE INDEX interview_requests_live ON interview_requests (organization_id, student_id)
  WHERE state IN ('draft', 'queued', 'delivered', 'revision-requested', 'accepted', 'scheduled');
CREATE INDEX interview_requests_of_employer ON interview_requests (organization_id, created_at);
CREATE INDEX interview_requests_of_student ON interview_requests (student_id, created_at);

-- A wording as it was sent. Content is sealed JSON.
CREATE TABLE request_editions (
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  number INTEGER NOT NULL CONSTRAINT edition_number CHECK (number >= 1),
  opening_version_id TEXT NOT NULL REFERENCES opening_versions (id),
  content TEXT NOT NULL CONSTRAINT edition_content_length CHECK (length(content) <= 24000),
  sent_by TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (request_id, number)
) STRICT;

-- A time on offer, as an instant and the zone it was given in. The host is whose offer it is.
CREATE TABLE slots (
  id TEXT PRIMARY KEY NOT NULL,
  request_id TEXT NOT NULL,
  edition INTEGER NOT NULL,
  host_id TEXT NOT NULL REFERENCES accounts (id),
  offered_by TEXT NOT NULL CONSTRAINT slot_offered_by CHECK (offered_by IN ('recruiter', 'student')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  zone TEXT NOT NULL CONSTRAINT slot_zone_length CHECK (length(zone) <= 60),
  UNIQUE (request_id, edition, starts_at),
  FOREIGN KEY (request_id, edition) REFERENCES request_editions (request_id, number),
  CONSTRAINT slot_lasts CHECK (ends_at > starts_at)
) STRICT;

-- The slot that was chosen. sequence counts its calendar files.
CREATE TABLE bookings (
  id TEXT PRIMARY KEY NOT NULL,
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  slot_id TEXT NOT NULL REFERENCES slots (id),
  host_id TEXT NOT NULL REFERENCES accounts (id),
  student_id TEXT NOT NULL REFERENCES accounts (id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  sequence INTEGER NOT NULL CONSTRAINT booking_sequence CHECK (sequence >= 0),
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
-- One live booking per request, per slot, and per start time of a host or a student. Overlaps are
-- refused by the guarded INSERT in book-slot.ts.
CREATE UNIQUE INDEX bookings_of_request ON bookings (request_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX bookings_of_slot ON bookings (slot_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX bookings_of_host ON bookings (host_id, starts_at) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX bookings_of_student ON bookings (student_id, starts_at) WHERE ended_at IS NULL;

-- One event per version, so that of two at once only one is stored. words are sealed.
CREATE TABLE interview_events (
  request_id TEXT NOT NULL REFERENCES interview_requests (id),
  version INTEGER NOT NULL,
  event TEXT NOT NULL CONSTRAINT interview_event CHECK (event IN ('create', 'send', 'undo', 'deliver',
    'withdraw', 'accept', 'decline', 'ask-revision', 'expire', 'lapse', 'offer-slots', 'book', 'move', 'cancel',
    'attend', 'miss', 'dispute', 'decide', 'amend')),
  actor TEXT NOT NULL CONSTRAINT interview_event_actor CHECK (actor IN ('recruiter', 'student', 'timer')),
  account_id TEXT REFERENCES accounts (id),
  state TEXT NOT NULL,
  edition INTEGER NOT NULL,
  cause TEXT CONSTRAINT interview_event_cause CHECK (cause IN ('student-unavailable', 'no-longer-available', 'blocked')),
  parts TEXT CONSTRAINT interview_event_parts_length CHECK (length(parts) <= 200),
  words TEXT CONSTRAINT interview_event_words_length CHECK (length(words) <= 2000),
  at INTEGER NOT NULL,
  PRIMARY KEY (request_id, version)
) STRICT, WITHOUT ROWID;
