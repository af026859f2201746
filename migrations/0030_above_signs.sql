-- Sealed: why a reviewer gave a level above what their ticks make by the rule; null where they did not.
ALTER TABLE ratings ADD COLUMN above_signs TEXT
  CONSTRAINT rating_above_signs_length CHECK (length(above_signs) <= 4100);
