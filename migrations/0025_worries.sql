-- For the admins' list of answers given back because they worried the reviewer.
CREATE INDEX claims_worried ON claims (organization_id, ended_at) WHERE release_reason = 'distressing';
