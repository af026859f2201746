-- How fast a carrier of mail takes mails, and whether its quota is used up. One row for each carrier that was used.
CREATE TABLE mail_carriers (
  name TEXT NOT NULL PRIMARY KEY CONSTRAINT mail_carrier_name CHECK (name IN ('mailbox', 'platform', 'http')),
  -- The next free moment. A mail that is sent takes it and moves it on.
  next_at INTEGER NOT NULL,
  -- Whether it says that the quota is used up, and when it last said so.
  is_full INTEGER NOT NULL DEFAULT 0 CONSTRAINT mail_carrier_full CHECK (is_full IN (0, 1)),
  full_at INTEGER
) STRICT;

-- What a carrier answered to one try to send one mail. The address is only stored as its HMAC.
CREATE TABLE mail_outcomes (
  mail_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  sort TEXT NOT NULL CONSTRAINT mail_sort CHECK (sort IN ('code', 'invitation', 'news')),
  carrier TEXT NOT NULL CONSTRAINT mail_outcome_carrier CHECK (carrier IN ('mailbox', 'platform', 'http')),
  outcome TEXT NOT NULL CONSTRAINT mail_outcome
    CHECK (outcome IN ('sent', 'quota', 'suppressed', 'refused', 'unknown')),
  email_index TEXT NOT NULL,
  email_index_key TEXT NOT NULL CONSTRAINT mail_outcome_key_length CHECK (length(email_index_key) BETWEEN 1 AND 40),
  -- The carrier's own name for the mail, which its notices use.
  carrier_id TEXT CONSTRAINT mail_carrier_id_length CHECK (length(carrier_id) BETWEEN 1 AND 200),
  PRIMARY KEY (mail_id, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_outcomes_counted ON mail_outcomes (at, outcome);
CREATE INDEX mail_outcomes_of_address ON mail_outcomes (email_index);
CREATE INDEX mail_outcomes_by_carrier_id ON mail_outcomes (carrier_id) WHERE carrier_id IS NOT NULL;

-- Addresses that get no mail but sign-in codes: mail came back, was called spam, or the carrier refuses the address.
CREATE TABLE mail_suppressions (
  email_index TEXT NOT NULL PRIMARY KEY,
  email_index_key TEXT NOT NULL CONSTRAINT suppression_key_length CHECK (length(email_index_key) BETWEEN 1 AND 40),
  reason TEXT NOT NULL CONSTRAINT suppression_reason CHECK (reason IN ('bounced', 'complained', 'blocked')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_suppressions_at ON mail_suppressions (at);

-- An erasure is one commit, and a run of the free plan has no room for two more statements in it.
CREATE TRIGGER mail_of_erased_account AFTER UPDATE OF erased_at ON accounts WHEN OLD.erased_at IS NULL
BEGIN
  DELETE FROM mail_outcomes WHERE email_index = OLD.email_index;
  DELETE FROM mail_suppressions WHERE email_index = OLD.email_index;
END;

-- Whether an invitation is due: other news wait for it.
CREATE INDEX outbox_invitations ON outbox (due_at)
  WHERE kind = 'invitation.made' AND done_at IS NULL AND dead_at IS NULL;
