-- A card shows of a badge only what five visible people share. These columns are what is counted:
-- sorted JSON lists of the regions on the card and of their countries, and the level of each
-- criterion in the order of the rubric, as the badge was signed.
ALTER TABLE visible_credentials ADD COLUMN regions TEXT NOT NULL DEFAULT '[]'
  CONSTRAINT visible_badge_regions_length CHECK (length(regions) <= 60);
ALTER TABLE visible_credentials ADD COLUMN countries TEXT NOT NULL DEFAULT '[]'
  CONSTRAINT visible_badge_countries_length CHECK (length(countries) <= 60);
ALTER TABLE visible_credentials ADD COLUMN levels TEXT NOT NULL DEFAULT '[]'
  CONSTRAINT visible_levels_length CHECK (length(levels) <= 20);
-- If the student shows criteria: JSON, the signs that reviewers saw, by competency.
ALTER TABLE visible_credentials ADD COLUMN signs TEXT
  CONSTRAINT visible_signs_length CHECK (length(signs) <= 1000);

UPDATE visible_credentials SET
  regions = (SELECT json_group_array(sorted.value) FROM (
    SELECT r.value FROM visibilities v, json_each(v.regions) r
    WHERE v.student_id = visible_credentials.student_id ORDER BY r.value) sorted),
  countries = (SELECT json_group_array(sorted.value) FROM (
    SELECT DISTINCT substr(r.value, 1, 2) AS value FROM visibilities v, json_each(v.regions) r
    WHERE v.student_id = visible_credentials.student_id ORDER BY 1) sorted),
  -- Skips the first, the level of the whole badge. Each ends with its level: agree-the-work-3.
  levels = (SELECT json_group_array(CAST(substr(reached.value, -1) AS INTEGER)) FROM (
    SELECT l.value FROM credentials c, json_each(c.slot_values, '$.levels') l
    WHERE c.id = visible_credentials.credential_id AND l.key > 0 ORDER BY l.key) reached);

-- For counting how many people share it, up to four others per step. Regions and countries come
-- first: with the skill first, searches would use these indexes instead of the primary key.
CREATE INDEX visible_credentials_by_region ON visible_credentials
  (regions, skill, level, month, levels, student_id);
CREATE INDEX visible_credentials_by_country ON visible_credentials
  (countries, skill, level, month, student_id);

-- Finds whether a rubric belongs to a challenge for every programme; only those are public.
CREATE INDEX challenge_versions_by_rubric ON challenge_versions (rubric_hash);

-- The holder agreed that a badge is on a card and that search engines may list its public page.
ALTER TABLE credentials ADD COLUMN listed_and_visible INTEGER NOT NULL DEFAULT 0
  CONSTRAINT credential_listed_and_visible CHECK (listed_and_visible IN (0, 1));
UPDATE credentials SET listed_and_visible = 1
WHERE listed = 1 AND EXISTS (SELECT 1 FROM visible_credentials vc WHERE vc.credential_id = credentials.id);
CREATE TRIGGER visible_credentials_are_not_listed AFTER INSERT ON visible_credentials
WHEN EXISTS (SELECT 1 FROM credentials c
  WHERE c.id = new.credential_id AND c.listed = 1 AND c.listed_and_visible = 0) BEGIN
  SELECT RAISE(ABORT, 'listed_and_visible');
END;
CREATE TRIGGER credentials_listed_are_not_visible AFTER UPDATE OF listed ON credentials
WHEN new.listed = 1 AND new.listed_and_visible = 0
  AND EXISTS (SELECT 1 FROM visible_credentials vc WHERE vc.credential_id = new.id) BEGIN
  SELECT RAISE(ABORT, 'listed_and_visible');
END;
