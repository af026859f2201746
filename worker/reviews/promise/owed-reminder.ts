import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { reminders } from '../tables.ts'

const day = 86_400_000

interface HandedIn {
  id: string
  organization_id: string
  student_id: string
  challenge_id: string
  at: number
  /** Whether there is a review in the challenge that the author could give now. */
  work_waits: number
}

/**
 * For the commit that asks for reviews: plans the reminder of the reviews that the author owes. It
 * replaces the one of an earlier hand-in in the same challenge.
 */
export function planOwedReminder({ db, now }: Call, handedIn: HandedIn): Statement[] {
  const { id, at, student_id: student, challenge_id: challengeId } = handedIn
  return [
    db.insert(reminders).values({
      submissionId: id,
      kind: 'owed',
      organizationId: handedIn.organization_id,
      dueAt: new Date(at + day),
      sent: false,
      idleSince: handedIn.work_waits ? null : new Date(at),
    }),
    db.run(sql`UPDATE reminders SET ended_at = ${now.getTime()}
      WHERE kind = 'owed' AND ended_at IS NULL AND submission_id <> ${id} AND submission_id IN (
        SELECT id FROM submissions WHERE student_id = ${student} AND challenge_id = ${challengeId})`),
  ]
}
