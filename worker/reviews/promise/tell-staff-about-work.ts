import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { workWaitsMail } from '../../notifications/message/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { programmesIn } from '../../organizations/organization/pool.ts'
import { practiceNeeded } from '../practice/practice.ts'
import { couldReview, isPlayedBy } from '../queue/may-review.ts'
import { practisedBy } from '../standing/find-practised.ts'

/**
 * Tells the mentors who may judge a submission (the note's subject) that a review waits. Mentors
 * who have not practised in its challenge are also told that practice comes first.
 */
export async function tellStaffAboutWork(
  call: Call,
  note: Note<'mentor-review.waiting' | 'mentor-place.waiting'>,
): Promise<void> {
  const { kind, subjectId } = note
  const staff = await call.db.all<Mentor>(mentorsFor(call, subjectId))
  await tryEach(staff, ({ account_id: accountId, practised }) => {
    const message = workWaitsMail(`${call.origin}/reviews`, practised < practiceNeeded)
    return sendNotice(call, note, { accountId, kind, subjectId, message })
  })
}

interface Mentor {
  account_id: string
  practised: number
}

/**
 * Leaves out mentors who may not review this submission (`couldReview`), for example because they
 * coach the author.
 */
function mentorsFor({ now }: Call, submissionId: string): SQL {
  const reader = { id: sql`m.account_id`, pool: sql`q.pool`, role: 'mentor' } as const
  const practised = practisedBy(reader.id, sql`q.challenge_id`)
  return sql`SELECT m.account_id, ${practised} AS practised FROM submission_queue q
    JOIN memberships m ON m.organization_id IN ${programmesIn(sql`q.pool`)} AND m.role = 'mentor' AND m.ended_at IS NULL
    WHERE q.submission_id = ${submissionId} AND ${isPlayedBy(sql`m.organization_id`)} AND ${couldReview(reader, now)}`
}
