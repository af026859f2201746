-- Counts the changes of what the operator reads about an employer. A decision names the version that
-- was read, so that nobody approves details they have not seen.
ALTER TABLE organizations ADD COLUMN version INTEGER NOT NULL DEFAULT 1
  CONSTRAINT organization_version CHECK (version >= 1);
