import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { attempts } from '../tables.ts'

/** The caller's attempt if it has a result. The version for the read mark is the last round with one. */
export async function findOwnResult({ db, actorId }: Call, attemptId: string) {
  const { id, studentId } = attempts
  const found = await db
    .select({
      id,
      version: sql<number | null>`(SELECT max(number) FROM rounds
        WHERE attempt_id = ${id} AND state = 'closed')`.as('version'),
    })
    .from(attempts)
    .where(and(eq(id, attemptId), eq(studentId, actorId)))
    .get()
  return found?.version ? { id: found.id, version: found.version } : undefined
}
