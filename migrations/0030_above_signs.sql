-- Sealed. Why a reviewer gave a level above the one that the rule gives for their ticks; NULL if
-- they did not.
ALTER TABLE ratings ADD COLUMN above_signs TEXT
  CONSTRAINT rating_above_signs_length CHECK (length(above_signs) <= 4100);
