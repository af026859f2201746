import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { givenBy, owedBy } from './find-standing.ts'

/** `creditOf` of owed.ts, in SQL: what a student gave minus what they owe, within ±5. */
const creditOf = (studentId: string) => sql`max(-5, min(5,
  ${givenBy(sql`${studentId}`)} - ${owedBy(sql`${studentId}`)}))`

/** For a commit: updates a student's credit, by which their waiting submissions are sorted. */
export function creditAgain({ db }: Call, studentId: string): Statement {
  return db.run(sql`UPDATE submission_queue SET credit = ${creditOf(studentId)}
    WHERE author_id = ${studentId} AND assigned < wanted`)
}
