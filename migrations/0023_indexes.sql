-- For test/hostile/rows.test.ts, which fails for every statement that scans a whole table.

-- Finds the sign-in that a request used.
CREATE INDEX sign_ins_used ON sign_ins (used_by) WHERE used_by IS NOT NULL;
-- Whether there is an admin anywhere yet.
CREATE INDEX memberships_of_admins ON memberships (role) WHERE role = 'admin';
-- A query for one organization or NULL cannot use the partial indexes mail_refusals_of_one and
-- mail_refusals_of_all.
CREATE INDEX mail_refusals_by_address ON mail_refusals (email_index, organization_id);
CREATE INDEX coachings_of_organization ON coachings (organization_id, created_at) WHERE ended_at IS NULL;
CREATE INDEX coachings_of_mentor ON coachings (mentor_id) WHERE ended_at IS NULL;
CREATE INDEX organizations_by_kind ON organizations (kind, state, name);
-- All decisions on a subject; approvals_live has only those in force.
CREATE INDEX approvals_of_subject ON approvals (subject_kind, subject_id, at);
-- Deleting a request or slot checks whether a booking references it, even an ended one.
CREATE INDEX bookings_by_request ON bookings (request_id);
CREATE INDEX bookings_by_slot ON bookings (slot_id);
-- Finds what depends on a consent when it is withdrawn.
CREATE INDEX disclosures_by_consent ON disclosures (consent_id);
CREATE INDEX interview_requests_by_disclosure ON interview_requests (disclosure_id)
  WHERE disclosure_id IS NOT NULL;
-- A status list is signed again with its ended badges, so only those are read.
CREATE INDEX credentials_ended ON credentials (status_list_id) WHERE ended_at IS NOT NULL;
