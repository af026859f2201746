-- The audit trail is read in pages. named_at is the time of an entry that is shown with a name. It
-- is 0 for all others, which show only role and day. Those are sorted by their random ids, so that
-- an index does not reveal their order within the day.
ALTER TABLE audit_entries ADD COLUMN named_at INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER audit_entries_stay;
UPDATE audit_entries SET named_at = at
WHERE action IN ('account.saved', 'challenge.part-received', 'challenge.parts-discarded', 'challenge.published',
    'challenge.retired', 'cohort.made', 'cohort.members-set', 'employer.applied', 'employer.approved',
    'employer.declined', 'invitation.made', 'invitation.sent-again', 'invitation.withdrawn', 'invitations.sent',
    'issuer.registered', 'issuer.renamed', 'membership.begun', 'membership.ended', 'opening.approved',
    'opening.changed', 'opening.declined', 'opening.described', 'organization.founded', 'organization.opened',
    'organization.saved', 'search.made', 'search.paged', 'session.acts-as', 'session.ended', 'session.proven')
  AND actor_id <> 'system'
  AND COALESCE(
    (SELECT m.role FROM memberships m WHERE m.organization_id = audit_entries.organization_id
      AND m.id = CASE audit_entries.action WHEN 'membership.begun' THEN audit_entries.subject_id
        ELSE audit_entries.membership_id END),
    (SELECT max(m.role) FROM memberships m WHERE m.organization_id = audit_entries.organization_id
      AND m.account_id = audit_entries.actor_id)) IN ('mentor', 'recruiter', 'admin')
  AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = audit_entries.subject_id AND m.role = 'student');
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;
DROP INDEX audit_entries_by_organization;
DROP INDEX audit_entries_by_subject;
-- 86,400,000 milliseconds are a day.
CREATE INDEX audit_entries_by_day ON audit_entries (organization_id, at - at % 86400000, named_at, id);
CREATE INDEX audit_entries_by_action ON audit_entries (organization_id, action, at - at % 86400000, named_at, id);
-- A filter by person or thing finds only entries shown with a name. (With > 0, a query that must
-- repeat the condition would seek by it instead of by its own bound.)
CREATE INDEX audit_entries_by_actor ON audit_entries (organization_id, actor_id, named_at, id) WHERE named_at <> 0;
CREATE INDEX audit_entries_by_subject ON audit_entries (organization_id, subject_id, named_at, id)
  WHERE named_at <> 0;

-- Proficient decisions without a badge, for the hourly search for lost awards. Triggers maintain
-- it, so that no code path can forget to.
CREATE TABLE awaited_awards (
  decided_at INTEGER NOT NULL,
  decision_id TEXT NOT NULL REFERENCES decisions (id),
  PRIMARY KEY (decided_at, decision_id)
) STRICT, WITHOUT ROWID;
INSERT INTO awaited_awards SELECT d.decided_at, d.id FROM decisions d
  WHERE d.state = 'proficient' AND NOT EXISTS (SELECT 1 FROM credentials c WHERE c.decision_id = d.id);
CREATE TRIGGER decisions_await_an_award AFTER INSERT ON decisions WHEN new.state = 'proficient' BEGIN
  INSERT INTO awaited_awards (decided_at, decision_id) VALUES (new.decided_at, new.id);
END;
CREATE TRIGGER decisions_still_await_an_award AFTER UPDATE OF state, decided_at ON decisions BEGIN
  DELETE FROM awaited_awards WHERE decided_at = old.decided_at AND decision_id = old.id;
  INSERT INTO awaited_awards SELECT new.decided_at, new.id WHERE new.state = 'proficient'
    AND NOT EXISTS (SELECT 1 FROM credentials WHERE decision_id = new.id);
END;
CREATE TRIGGER credentials_are_awaited AFTER INSERT ON credentials BEGIN
  DELETE FROM awaited_awards WHERE decision_id = new.decision_id
    AND decided_at = (SELECT decided_at FROM decisions WHERE id = new.decision_id);
END;

-- For worker/end-old-rows.ts, as in 0024.
CREATE INDEX interview_requests_ended ON interview_requests (ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX disclosures_by_age ON disclosures (at);

-- How many badges of a skill are switched on. A search's number of segments depends on it. Triggers
-- update it in the commit that switches a badge on or off.
CREATE TABLE visible_counts (
  skill TEXT PRIMARY KEY NOT NULL CONSTRAINT visible_count_skill_length CHECK (length(skill) <= 80),
  badges INTEGER NOT NULL CONSTRAINT visible_count CHECK (badges >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO visible_counts SELECT skill, count(*) FROM visible_credentials GROUP BY skill;
CREATE TRIGGER visible_credentials_count AFTER INSERT ON visible_credentials BEGIN
  INSERT INTO visible_counts (skill, badges) VALUES (new.skill, 1)
    ON CONFLICT (skill) DO UPDATE SET badges = badges + 1;
END;
CREATE TRIGGER visible_credentials_count_no_more AFTER DELETE ON visible_credentials BEGIN
  UPDATE visible_counts SET badges = badges - 1 WHERE skill = old.skill;
END;
