-- Awards are signed from the compiled lines of their template, so these are as final as its skeleton. Templates
-- from before have none, and stay so.
DROP TRIGGER credential_templates_stay;
CREATE TRIGGER credential_templates_stay BEFORE UPDATE ON credential_templates BEGIN
  SELECT RAISE(ABORT, 'template_is_final');
END;
