import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { poolOf, programmesIn } from '../../organizations/organization/pool.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { workWaitsForAdminMail } from '../../notifications/message/work-messages.ts'
import { findWaitingWork } from './find-waiting-work.ts'

const day = 86_400_000

interface Row {
  account_id: string
  organization_id: string
  mentors: number
}

/**
 * A promise is near or missed, or nobody can decide: tells the admins what waits in their programme
 * and what they can do about it. At most once a day; at most once a week if all of these answers
 * have missed too many dates.
 */
export async function tellAdminsAboutWork(
  call: Call,
  note: Note<'promise.near' | 'promise.missed' | 'promise.waits'>,
): Promise<void> {
  const admins = await call.db.all<Row>(sql`
    WITH request AS MATERIALIZED (
      SELECT s.organization_id, (SELECT count(*) FROM memberships o
        WHERE o.organization_id IN ${programmesIn(poolOf(sql`s.organization_id`))} AND o.role = 'mentor' AND o.ended_at IS NULL) AS mentors
      FROM submissions s WHERE s.id = ${note.subjectId})
    SELECT DISTINCT m.account_id, m.organization_id, request.mentors
    FROM request JOIN memberships m ON m.organization_id = request.organization_id
    WHERE m.role = 'admin' AND m.ended_at IS NULL`)
  const [first] = admins
  if (!first) return
  const work = await findWaitingWork(call.db, first.organization_id)
  if (work.length === 0) return
  const message = workWaitsForAdminMail(work, first.mentors, call.origin)
  const isOld = work.every(({ answers, undated }) => undated === answers)
  const [unit, length] = isOld ? ['week', 7 * day] : ['day', day]
  const subjectId = `${first.organization_id}:${unit}:${Math.floor(call.now.getTime() / length)}`
  await tryEach(admins, ({ account_id: accountId }) =>
    sendNotice(call, note, { accountId, kind: 'work.waits', subjectId, message }),
  )
}
