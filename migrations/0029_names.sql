-- Names that needed a gloss get the field's own. Indexes and triggers follow their table and columns;
-- an index keeps its own name, so those with an old one are built anew.

ALTER TABLE bars RENAME TO conflicts_of_interest;

ALTER TABLE draft_losers RENAME TO superseded_drafts;
ALTER TABLE superseded_drafts RENAME COLUMN lost_at TO superseded_at;
DROP INDEX draft_losers_of_prompt;
DROP INDEX draft_losers_by_age;
CREATE INDEX superseded_drafts_of_prompt ON superseded_drafts (attempt_id, prompt_id, superseded_at);
CREATE INDEX superseded_drafts_by_age ON superseded_drafts (superseded_at);

-- Drawn at random, so that nobody learns to choose their reader.
ALTER TABLE submission_queue RENAME COLUMN dice TO random_order;

-- Handed in after the lease lapsed or the round closed: given, but beyond what was wanted.
ALTER TABLE reviews RENAME COLUMN kept TO surplus;
