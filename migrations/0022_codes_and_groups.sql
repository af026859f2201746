-- A code for an address whose normal codes were used up by others: one row per address, one mail
-- per hour. Unlike a code of sign_ins, it works in any browser that asked for the address.
CREATE TABLE long_codes (
  email_index TEXT PRIMARY KEY NOT NULL,
  code_hash TEXT NOT NULL,
  mailed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX long_codes_by_age ON long_codes (mailed_at);

-- Groups of students whose figures an admin has seen. A group that differs from one of them by
-- fewer than five people is not shown, because the difference would tell about those people.
CREATE TABLE shown_groups (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  members_hash TEXT NOT NULL CONSTRAINT shown_group_hash CHECK (length(members_hash) = 64),
  -- JSON list of account ids, sorted.
  members TEXT NOT NULL CONSTRAINT shown_group_members_length CHECK (length(members) <= 40000),
  first_shown_at INTEGER NOT NULL,
  PRIMARY KEY (organization_id, members_hash)
) STRICT, WITHOUT ROWID;

-- The figures shown of a group on one day, counted at the first request. cohort_id is empty for the
-- whole programme.
CREATE TABLE group_figures (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  cohort_id TEXT NOT NULL,
  day TEXT NOT NULL CONSTRAINT group_figures_day CHECK (length(day) = 10),
  figures TEXT NOT NULL CONSTRAINT group_figures_length CHECK (length(figures) <= 4000),
  PRIMARY KEY (organization_id, cohort_id)
) STRICT, WITHOUT ROWID;
