import { and, eq, isNull } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import { enrolments } from '../tables.ts'

/** The caller's own enrolment, while it goes on. It needs no membership. */
export function findOwnEnrolment({ db, actorId }: Call, enrolmentId: string) {
  const own = and(
    eq(enrolments.id, enrolmentId),
    eq(enrolments.studentId, actorId),
    isNull(enrolments.leftAt),
  )
  return db.select({ id: enrolments.id }).from(enrolments).where(own).get()
}

/** Ends an enrolment. Badges and what admins have confirmed stay. */
export function leavePathway(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      call.db
        .update(enrolments)
        .set({ leftAt: call.now })
        .where(and(eq(enrolments.id, id), isNull(enrolments.leftAt))),
      guard(call, 'enrolment_left'),
      auditEntry(call, 'enrolment.left', id),
    ],
    { answer: null, conflicts: { enrolment_left: notFound } },
  )
}
