import { and, desc, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { attempts, planComments, revisionPlans, revisions } from '../tables.ts'
import { openComments, openLines } from './plan-text.ts'
import type { PlanLine } from './save-plan-input.ts'

export interface OwnPlan {
  attemptId: string
  round: number
  isOpen: boolean
  closesAt: Date
  lines: PlanLine[]
  ended: boolean
  version: number
  /** What the student's coach wrote about it. */
  comments: { words: string; at: Date }[]
}

/**
 * The plan for the latest round that the caller opened in an attempt. Undefined if it is somebody
 * else's attempt, or has no later round.
 */
export async function findPlan(
  call: Call,
  { attemptId = '' }: Record<string, string>,
): Promise<OwnPlan | undefined> {
  const { db, actorId } = call
  const latest = sql`(SELECT max(r.round) FROM revisions r JOIN attempts a ON a.id = r.attempt_id
    WHERE r.attempt_id = ${attemptId} AND a.student_id = ${actorId})`
  const [[found], lines, comments] = await db.batch([
    db
      .select({
        round: revisions.round,
        version: revisions.planVersion,
        ended: revisions.planEnded,
        state: attempts.state,
        current: sql<number>`${attempts.round}`.as('current_round'),
        closesAt: attempts.closesAt,
      })
      .from(revisions)
      .innerJoin(attempts, eq(attempts.id, revisions.attemptId))
      .where(and(eq(revisions.attemptId, attemptId), eq(attempts.studentId, actorId)))
      .orderBy(desc(revisions.round))
      .limit(1),
    db
      .select()
      .from(revisionPlans)
      .where(and(eq(revisionPlans.attemptId, attemptId), sql`${revisionPlans.round} = ${latest}`))
      .orderBy(revisionPlans.line),
    db
      .select()
      .from(planComments)
      .where(and(eq(planComments.attemptId, attemptId), sql`${planComments.round} = ${latest}`))
      .orderBy(planComments.at),
  ])
  if (!found) return undefined
  const { state, current, ...plan } = found
  const place = { attemptId, round: found.round }
  return {
    ...plan,
    attemptId,
    isOpen: state === 'open' && current === found.round,
    lines: await openLines(call, place, lines),
    comments: await openComments(call, place, comments),
  }
}

/** A plan as its student reads it. */
export function planView({ round, lines, ended, version, comments, isOpen }: OwnPlan) {
  return { round, lines, ended, version, comments, isOpen }
}
