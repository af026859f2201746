import { type SQL, sql } from 'drizzle-orm'

import { poolOf, programmesIn } from '../organization/pool.ts'

/**
 * SQL: whether a programme, or one that shares reviewers with it, has a mentor who may review this
 * student's answers: not the student, and not their coach. Without one, no date is promised. After a submission, `watch-promises.ts` in the
 * reviews room checks all rules.
 */
export function hasFreeMentor(studentId: SQL, organizationId: SQL): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM memberships m
    WHERE m.organization_id IN ${programmesIn(poolOf(organizationId))} AND m.role = 'mentor' AND m.ended_at IS NULL
      AND m.account_id <> ${studentId}
      AND NOT EXISTS (SELECT 1 FROM coachings c
        WHERE c.mentor_id = m.account_id AND c.student_id = ${studentId} AND c.ended_at IS NULL))`
}
