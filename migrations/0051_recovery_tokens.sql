-- A token of `npm run setup -- --recover` makes somebody an admin of the operator although there has been an admin. One
-- that was made for the first admin never does.
ALTER TABLE setup_tokens ADD COLUMN recovers INTEGER NOT NULL DEFAULT 0
  CONSTRAINT setup_token_recovers CHECK (recovers IN (0, 1));
