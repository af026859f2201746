-- Each offer asks what this reviewer has had of the author, and each claim counts what they have
-- given. Everything these look at is in the index, so a claim costs one row read and not two.
DROP INDEX claims_pair;
CREATE INDEX claims_pair ON claims (reviewer_id, author_id, submission_id, challenge_id, role,
  claimed_at, ended_at, end_reason, release_reason, item_id);
