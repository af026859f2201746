-- Renames what was hard to understand to the usual terms. Indexes and triggers follow their table
-- and columns, but an index keeps its own name, so those with an old name are created again.

ALTER TABLE bars RENAME TO conflicts_of_interest;

ALTER TABLE draft_losers RENAME TO superseded_drafts;
ALTER TABLE superseded_drafts RENAME COLUMN lost_at TO superseded_at;
DROP INDEX draft_losers_of_prompt;
DROP INDEX draft_losers_by_age;
CREATE INDEX superseded_drafts_of_prompt ON superseded_drafts (attempt_id, prompt_id, superseded_at);
CREATE INDEX superseded_drafts_by_age ON superseded_drafts (superseded_at);

-- Random, so that authors cannot influence who reviews them.
ALTER TABLE submission_queue RENAME COLUMN dice TO random_order;

-- Handed in after the round closed, or after the lease lapsed and no review was wanted.
ALTER TABLE reviews RENAME COLUMN kept TO surplus;
