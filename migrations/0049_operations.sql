-- The tick seals a text each minute and /health opens it, so a monitor sees when sealing fails.
ALTER TABLE operation_times ADD COLUMN self_test TEXT
  CONSTRAINT operation_time_self_test_length CHECK (length(self_test) <= 196);

-- For the operator's page. Notes that failed are due again later, so `outbox_due` does not find them.
CREATE INDEX outbox_failing ON outbox (first_due_at) WHERE done_at IS NULL AND dead_at IS NULL AND attempts > 0;
-- Only missed dates write a row to this one.
CREATE INDEX promises_broken ON promises (handed_in_at) WHERE step <> 'over' AND missed > 0;
