-- Which key of a secret made the HMAC beside it. Rows from before have the first key of their instance, which is called 1.
-- Addresses under an older key are indexed again (worker/reindex-addresses.ts).
ALTER TABLE accounts ADD COLUMN email_index_key TEXT NOT NULL DEFAULT '1'
  CONSTRAINT account_index_key_length CHECK (length(email_index_key) BETWEEN 1 AND 40);
ALTER TABLE invitations ADD COLUMN email_index_key TEXT NOT NULL DEFAULT '1'
  CONSTRAINT invitation_index_key_length CHECK (length(email_index_key) BETWEEN 1 AND 40);
-- The key that the link of an invitation is made with. It does not change: the link is in a mail.
ALTER TABLE invitations ADD COLUMN token_key TEXT NOT NULL DEFAULT '1'
  CONSTRAINT invitation_token_key_length CHECK (length(token_key) BETWEEN 1 AND 40);
ALTER TABLE mail_refusals ADD COLUMN email_index_key TEXT NOT NULL DEFAULT '1'
  CONSTRAINT refusal_index_key_length CHECK (length(email_index_key) BETWEEN 1 AND 40);
CREATE INDEX accounts_by_index_key ON accounts (email_index_key, id);
CREATE INDEX invitations_by_index_key ON invitations (email_index_key, id);
