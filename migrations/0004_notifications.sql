CREATE TABLE notifications (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  read_at INTEGER
) STRICT;
-- One notice of a kind per subject: a note that runs twice mails once.
CREATE UNIQUE INDEX notifications_once ON notifications (account_id, kind, subject_id);

CREATE TABLE mail_preferences (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  wanted INTEGER NOT NULL,
  PRIMARY KEY (account_id, kind)
) STRICT, WITHOUT ROWID;
