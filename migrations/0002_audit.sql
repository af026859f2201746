CREATE TABLE audit_entries (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  membership_id TEXT,
  organization_id TEXT,
  action TEXT NOT NULL CONSTRAINT audit_action_length CHECK (length(action) <= 60),
  subject_id TEXT NOT NULL CONSTRAINT audit_subject_length CHECK (length(subject_id) <= 120),
  request_id TEXT NOT NULL,
  detail TEXT NOT NULL CONSTRAINT audit_detail_length CHECK (length(detail) <= 500)
) STRICT;
CREATE INDEX audit_entries_by_organization ON audit_entries (organization_id, at, id);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, at);

CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;
CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;
-- INSERT OR REPLACE passes the two triggers above, so writing over an id is refused here.
CREATE TRIGGER audit_entries_are_new BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = new.id) BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;
