import { sql } from 'drizzle-orm'

import { openName } from '../accounts/account/open-account.ts'
import { isUndated } from '../attempts/attempt/moved-dates.ts'
import type { Acting, Call } from '../foundation/call/call.ts'
import { allOf } from '../foundation/crypto/all-of.ts'

interface Row {
  submission_id: string
  title: string
  skill: string
  handed_in_at: number
  promised_at: number
  step: 'late' | 'mentors' | 'admin' | 'missed'
  missed: number
  waits_for: 'mentor' | 'reviewer' | null
  peers: number
  mentors: number
}

interface MentorRow {
  account_id: string
  name: string | null
  mentors: number
}

const mostShown = 100
/** Limited because each name is opened. */
const mostNamed = 12

/**
 * Undecided submissions for which the first step of the promise (`late`, after 3/7 of the time) is
 * done, or that nobody can decide about. The oldest first, without names; `more` is true if not all
 * are listed. `mentors` is how many mentors the programme has. `mentorNames` are those who visited
 * last, if a listed submission waits for reviews. They are not those who may judge one submission:
 * admins know whom a mentor coaches, so a missing name would show who the author is.
 */
export async function findLate(call: Call, { organizationId }: Acting) {
  const [rows, mentors] = await call.db.batch([
    call.db.all<Row>(sql`
      SELECT p.submission_id, v.title, s.skill, p.handed_in_at, p.promised_at, p.step, p.missed, p.waits_for,
        (SELECT count(*) FROM reviews r WHERE r.submission_id = s.id AND r.role = 'peer'
          AND r.withdrawn_at IS NULL) AS peers,
        (SELECT count(*) FROM reviews r WHERE r.submission_id = s.id AND r.role = 'mentor'
          AND r.withdrawn_at IS NULL) AS mentors
      FROM promises p JOIN submissions s ON s.id = p.submission_id
      JOIN challenge_versions v ON v.hash = s.version_hash
      WHERE p.organization_id = ${organizationId} AND p.step <> 'over'
        AND (p.step <> 'late' OR p.waits_for IS NOT NULL)
      ORDER BY p.handed_in_at LIMIT ${mostShown + 1}`),
    call.db.all<MentorRow>(sql`
      SELECT m.account_id, a.name, m.mentors FROM (
        SELECT account_id, count(*) OVER () AS mentors FROM memberships
        WHERE organization_id = ${organizationId} AND role = 'mentor' AND ended_at IS NULL
        ORDER BY seen_week DESC, created_at LIMIT ${mostNamed}) m
      CROSS JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL`),
  ])
  const late = rows.slice(0, mostShown).map((row) => ({
    submissionId: row.submission_id,
    challengeTitle: row.title,
    skill: row.skill,
    handedInAt: new Date(row.handed_in_at),
    /** Null while nobody can decide, or if too many dates were missed. */
    promisedAt: row.waits_for || isUndated(row.missed) ? null : new Date(row.promised_at),
    waitsFor: row.waits_for,
    pastPromise: row.missed > 0 || row.promised_at <= call.now.getTime(),
    peerReviews: row.peers,
    mentorReviews: row.mentors,
  }))
  const asked = late.some(({ waitsFor }) => waitsFor === null) ? mentors : []
  const names = await allOf(asked, ({ account_id: id, name }) => openName(call, id, name, ''))
  return {
    late,
    more: rows.length > mostShown,
    mentors: mentors[0]?.mentors ?? 0,
    mentorNames: names.filter((name) => name !== ''),
    now: call.now,
  }
}
