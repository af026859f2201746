import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../foundation/call/call.ts'
import { hideSmall, rounded, shownCount } from './small-counts.ts'

const steps = [
  'invited',
  'joined',
  'started',
  'handed-in',
  'decided',
  'badge',
  'visible',
  'asked',
  'accepted',
] as const
export type FunnelStep = (typeof steps)[number]

type Counts = Record<FunnelStep, number>
type SkillRow = {
  skill: string
  started: number
  handed_in: number
  decided: number
  badge: number
}

/** The students of a programme, or of one of its cohorts, as a SELECT of `id`. */
export function studentsOf(organizationId: string, cohortId: string | null): SQL {
  return sql`
    SELECT m.account_id AS id FROM memberships m WHERE m.organization_id = ${organizationId}
      AND m.role = 'student' AND m.ended_at IS NULL AND (${cohortId} IS NULL OR EXISTS (
        SELECT 1 FROM cohort_members c WHERE c.membership_id = m.id AND c.cohort_id = ${cohortId}))`
}

/**
 * How far the students of a programme (or one of its cohorts) have come: each step counts everybody
 * who has reached it, but `badge` and `visible` only those who have a badge or are visible now.
 * Counts under five are hidden, others are rounded to five.
 */
export async function countFunnel(call: Call, organizationId: string, cohortId: string | null) {
  const students = studentsOf(organizationId, cohortId)
  const [[counts], skills] = await call.db.batch([
    call.db.all<Counts>(sql`
      WITH s AS (${students}) SELECT
        (SELECT count(*) FROM s) + (SELECT count(*) FROM invitations i
          WHERE i.organization_id = ${organizationId} AND i.role = 'student' AND i.accepted_at IS NULL
            AND i.withdrawn_at IS NULL AND i.expires_at > ${call.now.getTime()}
            AND (${cohortId} IS NULL OR i.cohort_id = ${cohortId})) AS invited,
        (SELECT count(*) FROM s) AS joined,
        (SELECT count(DISTINCT student_id) FROM attempts
          WHERE organization_id = ${organizationId} AND student_id IN (SELECT id FROM s)) AS started,
        (SELECT count(DISTINCT student_id) FROM submissions
          WHERE organization_id = ${organizationId} AND student_id IN (SELECT id FROM s)) AS "handed-in",
        (SELECT count(DISTINCT u.student_id) FROM decisions d JOIN submissions u ON u.id = d.submission_id
          WHERE u.organization_id = ${organizationId} AND u.student_id IN (SELECT id FROM s)) AS decided,
        (SELECT count(DISTINCT c.student_id) FROM credentials c
          WHERE c.state = 'signed' AND c.ended_at IS NULL AND c.student_id IN (SELECT id FROM s)) AS badge,
        (SELECT count(*) FROM visibilities v JOIN consents c ON c.id = v.consent_id
          WHERE v.student_id IN (SELECT id FROM s) AND c.expires_at > ${call.now.getTime()} AND NOT EXISTS (
            SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = c.id)) AS visible,
        (SELECT count(DISTINCT student_id) FROM interview_requests
          WHERE ${happened('deliver')} AND student_id IN (SELECT id FROM s)) AS asked,
        (SELECT count(DISTINCT student_id) FROM interview_requests
          WHERE ${happened('accept')} AND student_id IN (SELECT id FROM s))
          AS accepted`),
    call.db.all<SkillRow>(sql`
      WITH s AS (${students}) SELECT a.skill,
        count(DISTINCT a.student_id) AS started,
        count(DISTINCT u.student_id) AS handed_in,
        count(DISTINCT CASE WHEN d.id IS NOT NULL THEN u.student_id END) AS decided,
        count(DISTINCT CASE WHEN d.state = 'proficient' THEN u.student_id END) AS badge
      FROM attempts a LEFT JOIN submissions u ON u.attempt_id = a.id
      LEFT JOIN decisions d ON d.submission_id = u.id
      WHERE a.organization_id = ${organizationId} AND a.student_id IN (SELECT id FROM s)
      GROUP BY a.skill ORDER BY a.skill`),
  ])
  return {
    steps: steps.map((step) => ({ step, n: shownCount(counts?.[step] ?? 0) })),
    skills: bySkill(skills),
  }
}

/**
 * SQL: whether an event has happened to an interview request. The current state of a request does
 * not show its earlier states.
 */
const happened = (event: 'deliver' | 'accept') => sql`EXISTS (SELECT 1 FROM interview_events e
  WHERE e.request_id = interview_requests.id AND e.event = ${event})`

/** The counts of each step by skill, hidden so that no count can be worked out by subtraction. */
function bySkill(rows: readonly SkillRow[]) {
  const started = hideSmall(rows.map((row) => row.started))
  const handedIn = hideSmall(rows.map((row) => row.handed_in))
  const decided = hideSmall(rows.map((row) => row.decided))
  const badge = hideSmall(rows.map((row) => row.badge))
  return rows.map(({ skill }, index) => ({
    skill,
    started: rounded(started[index] ?? null),
    handedIn: rounded(handedIn[index] ?? null),
    decided: rounded(decided[index] ?? null),
    badge: rounded(badge[index] ?? null),
  }))
}
