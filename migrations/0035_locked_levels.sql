-- The levels and ticks that a reviewer fixed in order to read the choices, as JSON. They stay with
-- the claim, so undoing a review does not unlock them.
ALTER TABLE claims ADD COLUMN locked_levels TEXT
  CONSTRAINT claim_locked_levels CHECK (json_valid(locked_levels) AND length(locked_levels) <= 2000);
