-- Where a person reads: the country's way to write dates and numbers, and the zone of their clock.
-- Unset until a browser says them.
ALTER TABLE accounts ADD COLUMN region TEXT
  CONSTRAINT account_region CHECK (region GLOB '[A-Z][A-Z]');
ALTER TABLE accounts ADD COLUMN zone TEXT
  CONSTRAINT account_zone_length CHECK (length(zone) BETWEEN 1 AND 64);

-- For people who have no account yet, and for the language of a programme's badges. The region is `country`.
ALTER TABLE organizations ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
  CONSTRAINT organization_language CHECK (language IN ('en', 'es'));
ALTER TABLE organizations ADD COLUMN zone TEXT
  CONSTRAINT organization_zone_length CHECK (length(zone) BETWEEN 1 AND 64);
