-- Found by test/hostile/rows.test.ts, which fails for every statement that goes through a whole table.

-- A code is answered by the sign-in that it used.
CREATE INDEX sign_ins_used ON sign_ins (used_by) WHERE used_by IS NOT NULL;
-- Whether there is an admin anywhere yet.
CREATE INDEX memberships_of_admins ON memberships (role) WHERE role = 'admin';
-- `mail_refusals_of_one` and `_of_all` are no use to whoever asks for "this one or NULL".
CREATE INDEX mail_refusals_by_address ON mail_refusals (email_index, organization_id);
CREATE INDEX coachings_of_organization ON coachings (organization_id, created_at) WHERE ended_at IS NULL;
CREATE INDEX coachings_of_mentor ON coachings (mentor_id) WHERE ended_at IS NULL;
CREATE INDEX organizations_by_kind ON organizations (kind, state, name);
-- All words on a subject; `approvals_live` has only those in force.
CREATE INDEX approvals_of_subject ON approvals (subject_kind, subject_id, at);
-- Deleting a request or a time asks whether a booking points to it, an ended one too.
CREATE INDEX bookings_by_request ON bookings (request_id);
CREATE INDEX bookings_by_slot ON bookings (slot_id);
-- What rested on a consent, when it is taken back.
CREATE INDEX disclosures_by_consent ON disclosures (consent_id);
CREATE INDEX interview_requests_by_disclosure ON interview_requests (disclosure_id)
  WHERE disclosure_id IS NOT NULL;
-- A list is signed anew with the ends in it, not with all its awards.
CREATE INDEX credentials_ended ON credentials (status_list_id) WHERE ended_at IS NOT NULL;
