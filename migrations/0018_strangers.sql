-- Drops orders computed from a public seed; the next page computes them with the secret key.
UPDATE searches SET shuffle = '{}';

-- When it was last mailed; NULL if never.
ALTER TABLE invitations ADD COLUMN mailed_at INTEGER;
UPDATE invitations SET mailed_at = created_at;

-- Keeps the newest of several open invitations of one address.
UPDATE invitations SET withdrawn_at = created_at
WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND EXISTS (
  SELECT 1 FROM invitations later
  WHERE later.organization_id = invitations.organization_id AND later.email_index = invitations.email_index
    AND later.accepted_at IS NULL AND later.withdrawn_at IS NULL
    AND (later.created_at, later.id) > (invitations.created_at, invitations.id));
-- One open invitation per address and organization, so that asking again sends no second mail.
CREATE UNIQUE INDEX invitations_live ON invitations (organization_id, email_index)
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitations_by_address ON invitations (email_index, organization_id, mailed_at);

-- Addresses that want no invitations, and from whom; organization_id NULL: from nobody. Only the
-- HMAC of an address is stored.
CREATE TABLE mail_refusals (
  email_index TEXT NOT NULL,
  organization_id TEXT REFERENCES organizations (id),
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX mail_refusals_of_one ON mail_refusals (email_index, organization_id)
  WHERE organization_id IS NOT NULL;
CREATE UNIQUE INDEX mail_refusals_of_all ON mail_refusals (email_index) WHERE organization_id IS NULL;
