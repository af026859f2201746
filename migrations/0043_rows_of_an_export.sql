-- An export finds what a person did, also outside of organizations, in pages by id. System work has
-- no row in this index.
CREATE INDEX audit_entries_of_actor ON audit_entries (actor_id, id) WHERE actor_id <> 'system';
-- Closed holds too.
CREATE INDEX credential_holds_of_credential ON credential_holds (credential_id);
