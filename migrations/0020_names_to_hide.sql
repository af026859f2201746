-- Every text of a person that others read is redacted by the names of all their programmes, past ones
-- too: without this each such read goes through the whole table.
CREATE INDEX memberships_of_account ON memberships (account_id);
