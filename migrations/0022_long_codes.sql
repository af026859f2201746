-- What gets the owner of an address in when others used up its codes: one row an address, one mail an
-- hour. Unlike a code of `sign_ins` it works in any browser that asked for the address.
CREATE TABLE long_codes (
  email_index TEXT PRIMARY KEY NOT NULL,
  code_hash TEXT NOT NULL,
  mailed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX long_codes_by_age ON long_codes (mailed_at);
