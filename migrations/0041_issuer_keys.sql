-- Every did document that was served, from when: what a badge was checked against can be looked up later.
CREATE TABLE did_documents (
  did TEXT NOT NULL REFERENCES issuers (did),
  served_from INTEGER NOT NULL,
  document TEXT NOT NULL CONSTRAINT did_document_length CHECK (length(document) <= 65536),
  PRIMARY KEY (did, served_from)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER did_documents_stay BEFORE UPDATE ON did_documents BEGIN
  SELECT RAISE(ABORT, 'did_document_is_final');
END;
CREATE TRIGGER did_documents_remain BEFORE DELETE ON did_documents BEGIN
  SELECT RAISE(ABORT, 'did_document_is_final');
END;

-- The live badges that a stolen key signed.
CREATE INDEX credentials_by_key ON credentials (key_id) WHERE state = 'signed' AND ended_at IS NULL;

-- The clock asks each minute what is left to do after a change of keys. Nearly always these have nothing in them.
CREATE INDEX issuer_keys_in_use ON issuer_keys (generation, did)
  WHERE purpose = 'credential' AND active_at IS NOT NULL AND retired_at IS NULL;
CREATE INDEX issuer_keys_waiting ON issuer_keys (listed_at) WHERE active_at IS NULL AND compromised_at IS NULL;
CREATE INDEX issuer_keys_sound ON issuer_keys (generation, did) WHERE compromised_at IS NULL;
CREATE INDEX issuer_keys_stolen ON issuer_keys (compromised_at) WHERE compromised_at IS NOT NULL;
