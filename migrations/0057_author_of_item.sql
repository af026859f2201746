-- The author of a hidden item made from a round. A claim on an item has no author_id, so this column
-- keeps a reviewer from getting the same author twice. NULL for a public item.
ALTER TABLE hidden_items ADD COLUMN author_id TEXT REFERENCES accounts (id);
UPDATE hidden_items SET author_id =
  (SELECT student_id FROM submissions s WHERE s.id = hidden_items.submission_id)
  WHERE source = 'round';
CREATE INDEX hidden_items_of_author ON hidden_items (author_id) WHERE author_id IS NOT NULL;
