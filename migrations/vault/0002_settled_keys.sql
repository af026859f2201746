-- A key is made before the row of its owner. `settled`: the main Worker has said that the owner exists. A key that is not
-- settled after a day has no owner, and is deleted.
ALTER TABLE owner_keys ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CONSTRAINT settled_is_boolean CHECK (settled IN (0, 1));
CREATE INDEX owner_keys_unsettled ON owner_keys (created_at) WHERE settled = 0 AND kind <> 'day';
