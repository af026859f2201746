import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { behind, type PageQuery, pageOf } from '../../foundation/text/page.ts'
import { possibleMentors } from './possible-mentors.ts'

const pageSize = 50

interface Row {
  id: string
  skill: string
  is_service: number
  created_at: number
  submitted_at: number | null
  decided_at: number | null
  decision: 'proficient' | 'not-yet' | 'needs-more' | null
}

/**
 * The caller's claims, the newest first; where a new one would go, and how many mentors there may
 * judge it; and the skills that can be claimed.
 */
export async function findOwnClaims(call: Call, query: PageQuery) {
  const { db, actorId } = call
  const [rows, [home], skills] = await db.batch([
    db.all<Row>(sql`
      SELECT c.id, c.skill, c.is_service, c.created_at, c.submitted_at, c.decided_at,
        (SELECT d.state FROM submissions s JOIN decisions d ON d.submission_id = s.id
          WHERE s.attempt_id = c.attempt_id) AS decision
      FROM prior_learning_claims c
      WHERE c.student_id = ${actorId} ${behind(
        query,
        (after) => sql`(c.created_at, c.id) < (SELECT +created_at, +id FROM prior_learning_claims
          WHERE id = ${after} AND student_id = ${actorId})`,
      )}
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${pageSize + 1}`),
    possibleMentors(call),
    db.all<{ skill: string }>(sql`
      SELECT skill FROM challenges WHERE kind = 'prior-learning' AND retired_at IS NULL
      ORDER BY skill`),
  ])
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return {
    claims: shown.map(claimEntry),
    next,
    isStudent: home !== undefined,
    mentors: home?.mentors ?? 0,
    skills: skills.map(({ skill }) => skill),
  }
}

function claimEntry({ id, skill, submitted_at: submittedAt, decision, ...row }: Row) {
  const at = (time: number | null) => (time === null ? null : new Date(time).toISOString())
  return {
    id,
    skill,
    isService: row.is_service === 1,
    begunAt: at(row.created_at),
    handedInAt: at(submittedAt),
    decidedAt: at(row.decided_at),
    decision,
  }
}
