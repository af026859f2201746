-- Without a rowid the primary key is the table itself. Each entry then costs one row less, which pays
-- for the index by actor of 0043. Rows, columns, indexes and triggers are the same as before.
CREATE TABLE audit_entries_new (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  membership_id TEXT,
  organization_id TEXT,
  action TEXT NOT NULL CONSTRAINT audit_action_length CHECK (length(action) <= 60),
  subject_id TEXT NOT NULL CONSTRAINT audit_subject_length CHECK (length(subject_id) <= 120),
  request_id TEXT NOT NULL,
  detail TEXT NOT NULL CONSTRAINT audit_detail_length CHECK (length(detail) <= 500),
  named_at INTEGER NOT NULL DEFAULT 0,
  area TEXT NOT NULL DEFAULT 'other' CONSTRAINT audit_area_length CHECK (length(area) <= 20)
) STRICT, WITHOUT ROWID;
INSERT INTO audit_entries_new SELECT id, at, actor_id, membership_id, organization_id, action, subject_id,
  request_id, detail, named_at, area FROM audit_entries;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_new RENAME TO audit_entries;

CREATE INDEX audit_entries_by_day ON audit_entries (organization_id, at - at % 86400000, named_at, id);
CREATE INDEX audit_entries_by_area ON audit_entries (organization_id, area, at - at % 86400000, named_at, id);
CREATE INDEX audit_entries_by_actor ON audit_entries (organization_id, actor_id, named_at, id) WHERE named_at <> 0;
CREATE INDEX audit_entries_by_subject ON audit_entries (organization_id, subject_id, named_at, id)
  WHERE named_at <> 0;
CREATE INDEX audit_entries_of_actor ON audit_entries (actor_id, id) WHERE actor_id <> 'system';

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
