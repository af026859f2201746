import { sql } from 'drizzle-orm'

import { isUndated } from '../attempts/attempt/moved-dates.ts'
import type { Acting, Call } from '../foundation/call/call.ts'

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

const mostShown = 100

/**
 * Undecided submissions that have taken the first step towards their promised date (after 3/7 of
 * the time), or that nobody can decide about. The oldest first, without names. `mentors` is how
 * many mentors the programme has; `more` is true if not all submissions are listed.
 */
export async function findLate(call: Call, { organizationId }: Acting) {
  const [rows, [people]] = await call.db.batch([
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
    call.db.all<{ mentors: number }>(sql`
      SELECT count(*) AS mentors FROM memberships WHERE organization_id = ${organizationId}
        AND role = 'mentor' AND ended_at IS NULL`),
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
  return { late, more: rows.length > mostShown, mentors: people?.mentors ?? 0, now: call.now }
}
