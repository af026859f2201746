-- An expired badge can have a successor: its row stays but no longer counts as live. An index
-- cannot depend on the current time, so expire-credential.ts stores the moment.
ALTER TABLE credentials ADD COLUMN expired_at INTEGER;
DROP INDEX credentials_live;
-- One live award of a badge per person.
CREATE UNIQUE INDEX credentials_live ON credentials (student_id, lineage_id)
  WHERE ended_at IS NULL AND expired_at IS NULL AND state <> 'failed';
CREATE INDEX credentials_to_expire ON credentials (valid_until)
  WHERE valid_until IS NOT NULL AND expired_at IS NULL AND ended_at IS NULL;

-- The details that an approved employer wants to change, and the operator's decision. Until then
-- the organization's own row keeps the approved ones.
CREATE TABLE organization_changes (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL CONSTRAINT organization_change_name_length CHECK (length(name) BETWEEN 1 AND 120),
  legal_name TEXT NOT NULL CONSTRAINT organization_change_legal_name_length
    CHECK (length(legal_name) BETWEEN 1 AND 120),
  site TEXT NOT NULL CONSTRAINT organization_change_site_length CHECK (length(site) <= 500),
  country TEXT NOT NULL CONSTRAINT organization_change_country CHECK (length(country) = 2),
  -- A mail domain to add, verified by the person who asks.
  domain TEXT CONSTRAINT organization_change_domain_length CHECK (length(domain) <= 253),
  state TEXT NOT NULL CONSTRAINT organization_change_state
    CHECK (state IN ('waiting', 'approved', 'declined', 'replaced')),
  reason TEXT CONSTRAINT organization_change_reason_length CHECK (length(reason) <= 600),
  asked_by TEXT NOT NULL REFERENCES accounts (id),
  asked_at INTEGER NOT NULL,
  decided_by TEXT REFERENCES accounts (id),
  decided_at INTEGER
) STRICT;
-- One waiting change per organization; a newer one replaces it.
CREATE UNIQUE INDEX organization_changes_waiting ON organization_changes (organization_id)
  WHERE state = 'waiting';
CREATE INDEX organization_changes_of ON organization_changes (organization_id, asked_at);
CREATE INDEX organization_changes_to_decide ON organization_changes (asked_at) WHERE state = 'waiting';
