-- A military code and the civilian titles that a list gives for it. Of the codes that Mettle itself
-- suggests work for (worker/pathways/military/suggested.ts), there need not be a row.
CREATE TABLE military_codes (
  code TEXT NOT NULL CONSTRAINT military_code_shape
    CHECK (length(code) BETWEEN 2 AND 8 AND code NOT GLOB '*[^A-Z0-9]*'),
  -- unknown: the list that was loaded has no branches.
  branch TEXT NOT NULL CONSTRAINT military_code_branch CHECK (branch IN
    ('army', 'navy', 'air-force', 'marine-corps', 'coast-guard', 'space-force', 'unknown')),
  name TEXT CONSTRAINT military_code_name_length CHECK (length(name) BETWEEN 1 AND 200),
  -- JSON: [{title, occupation?}].
  titles TEXT NOT NULL CONSTRAINT military_code_titles
    CHECK (json_valid(titles) AND length(titles) BETWEEN 2 AND 12000),
  -- SHA-256 of the file. With the last part of a new one, the rows of others end.
  file_hash TEXT NOT NULL CONSTRAINT military_code_file CHECK (length(file_hash) = 64),
  PRIMARY KEY (code, branch)
) STRICT, WITHOUT ROWID;
