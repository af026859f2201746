-- An erasure finds all rows of a person: an index for each column that leads to an account.
CREATE INDEX invitations_accepted_by ON invitations (accepted_by) WHERE accepted_by IS NOT NULL;
CREATE INDEX reviews_of_submission ON reviews (submission_id);
CREATE INDEX conflicts_of_interest_with ON conflicts_of_interest (other_id);
CREATE INDEX pseudonyms_of_student ON pseudonyms (student_id);
-- Ended ones too.
DROP INDEX coachings_of_student;
DROP INDEX coachings_of_mentor;
CREATE INDEX coachings_of_student ON coachings (student_id);
CREATE INDEX coachings_of_mentor ON coachings (mentor_id);
