-- The week of the last visit of an account, for accounts that nobody uses. No more exact than that.
ALTER TABLE accounts ADD COLUMN seen_week INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET seen_week = max(created_at,
  coalesce((SELECT max(seen_week) FROM memberships WHERE account_id = accounts.id), 0),
  coalesce((SELECT max(seen_at) FROM sessions WHERE account_id = accounts.id), 0));
-- A week is 604,800,000 ms and begins on a Monday; 1 January 1970 was a Thursday.
CREATE TRIGGER accounts_seen_at_sign_in AFTER INSERT ON sessions BEGIN
  UPDATE accounts SET seen_week = new.seen_at - (new.seen_at + 259200000) % 604800000
  WHERE id = new.account_id AND seen_week < new.seen_at - (new.seen_at + 259200000) % 604800000;
END;
CREATE TRIGGER accounts_seen_later AFTER UPDATE OF seen_at ON sessions BEGIN
  UPDATE accounts SET seen_week = new.seen_at - (new.seen_at + 259200000) % 604800000
  WHERE id = new.account_id AND seen_week < new.seen_at - (new.seen_at + 259200000) % 604800000;
END;
CREATE INDEX accounts_idle ON accounts (max(seen_week, created_at));

CREATE INDEX drafts_by_age ON drafts (updated_at);
CREATE INDEX claims_returned ON claims (ended_at) WHERE end_reason = 'released';
CREATE INDEX invitations_by_end ON invitations (expires_at);
CREATE INDEX interview_requests_drafts ON interview_requests (created_at, id) WHERE state = 'draft';
