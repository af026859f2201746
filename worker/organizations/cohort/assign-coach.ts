import { and, eq, isNull, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { notFound } from '../../http/problems.ts'
import type { AssignCoachInput } from './assign-coach-input.ts'
import { alreadyCoached } from '../problems.ts'
import { coachings } from '../tables.ts'

type Input = InferOutput<typeof AssignCoachInput>

/**
 * Lets a mentor see one student's progress by name. While this lasts, the mentor may not review
 * that student's answers.
 */
export async function assignCoach(call: Call, { organizationId }: Acting, input: Input) {
  const id = newId()
  const { mentorId, studentId } = input
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO coachings (id, mentor_id, student_id, organization_id, created_at)
        SELECT ${id}, m.account_id, s.account_id, ${organizationId}, ${call.now.getTime()}
        FROM memberships m JOIN memberships s ON s.organization_id = m.organization_id
        WHERE m.account_id = ${mentorId} AND m.role = 'mentor' AND m.ended_at IS NULL
          AND s.account_id = ${studentId} AND s.role = 'student' AND s.ended_at IS NULL
          AND m.organization_id = ${organizationId}`),
      guard(call, 'coach_elsewhere'),
      auditEntry(call, 'coaching.begun', id, { mentorId }),
    ],
    {
      answer: { id },
      conflicts: {
        coach_elsewhere: notFound,
        'coachings.mentor_id, coachings.student_id, coachings.organization_id': alreadyCoached,
      },
    },
  )
}

export function endCoaching(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      call.db
        .update(coachings)
        .set({ endedAt: call.now })
        .where(and(eq(coachings.id, id), isNull(coachings.endedAt))),
      guard(call, 'coaching_ended'),
      auditEntry(call, 'coaching.ended', id),
    ],
    { answer: null, conflicts: { coaching_ended: notFound } },
  )
}
