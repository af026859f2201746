-- For worker/end-old-rows.ts, each minute: reads the oldest rows first, and none that must stay.
CREATE INDEX sessions_by_end ON sessions (min(expires_at, seen_at + idle_seconds * 1000));
CREATE INDEX notifications_by_age ON notifications (at);
CREATE INDEX admissions_by_decision ON admissions (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX draft_losers_by_age ON draft_losers (lost_at);
CREATE INDEX review_drafts_by_age ON review_drafts (updated_at);
CREATE INDEX claims_lapsed ON claims (ended_at) WHERE end_reason = 'lapsed';

-- Practice ends with the last membership in which somebody could review (release-member.ts).
DELETE FROM practice_results WHERE NOT EXISTS (
  SELECT 1 FROM memberships m WHERE m.account_id = practice_results.account_id AND m.ended_at IS NULL
    AND m.role IN ('student', 'mentor'));

-- Lists are read in pages; each starts after the last row of the page before.
DROP INDEX memberships_of_organization;
CREATE INDEX memberships_of_organization ON memberships (organization_id, role, created_at, id)
  WHERE ended_at IS NULL;
CREATE INDEX coachings_in_order ON coachings (organization_id, created_at, id) WHERE ended_at IS NULL;
CREATE INDEX cohorts_in_order ON cohorts (organization_id, created_at, id);
CREATE INDEX employers_by_name ON organizations (name, id) WHERE kind = 'employer' AND state = 'approved';
