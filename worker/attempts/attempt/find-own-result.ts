import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { attempts } from '../tables.ts'

/** The caller's attempt if it has a result. The version for the read mark is its round. */
export function findOwnResult({ db, actorId }: Call, attemptId: string) {
  const { id, round, studentId, state } = attempts
  return db
    .select({ id, version: round })
    .from(attempts)
    .where(and(eq(id, attemptId), eq(studentId, actorId), eq(state, 'closed')))
    .get()
}
