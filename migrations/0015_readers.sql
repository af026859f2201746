-- For whom texts are formatted: the region for dates and numbers, and the time zone. NULL until the
-- browser sends them.
ALTER TABLE accounts ADD COLUMN region TEXT
  CONSTRAINT account_region CHECK (region GLOB '[A-Z][A-Z]');
ALTER TABLE accounts ADD COLUMN zone TEXT
  CONSTRAINT account_zone_length CHECK (length(zone) BETWEEN 1 AND 64);

-- For people without an account, and for the language of a programme's badges. country is the
-- region.
ALTER TABLE organizations ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
  CONSTRAINT organization_language CHECK (language IN ('en', 'es'));
ALTER TABLE organizations ADD COLUMN zone TEXT
  CONSTRAINT organization_zone_length CHECK (length(zone) BETWEEN 1 AND 64);
