-- Answers given back because something in them worried the reviewer: the admins' list is a seek here.
CREATE INDEX claims_worried ON claims (organization_id, ended_at) WHERE release_reason = 'distressing';
