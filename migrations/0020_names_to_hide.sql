-- A person's texts are redacted with the names of all their programmes, including past ones.
-- Without this index, each such read scans the whole table.
CREATE INDEX memberships_of_account ON memberships (account_id);
