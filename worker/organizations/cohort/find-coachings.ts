import { and, eq, isNull } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { coachings } from '../tables.ts'

export function listCoachings(call: Call, { organizationId }: Acting) {
  return call.db
    .select({
      id: coachings.id,
      mentorId: coachings.mentorId,
      studentId: coachings.studentId,
      createdAt: coachings.createdAt,
    })
    .from(coachings)
    .where(and(eq(coachings.organizationId, organizationId), isNull(coachings.endedAt)))
    .limit(1000)
}

export function findOwnCoaching(call: Call, coachingId: string) {
  const own = and(
    eq(coachings.id, coachingId),
    eq(coachings.organizationId, call.acting?.organizationId ?? ''),
    isNull(coachings.endedAt),
  )
  return call.db.select().from(coachings).where(own).get()
}
