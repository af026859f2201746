import { sql } from 'drizzle-orm'

import { waitsForOf } from '../../attempts/attempt/find-waits-for.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { partnerOf, poolOf, programmesIn } from '../../organizations/organization/pool.ts'
import { givenBy, owedBy } from '../standing/find-standing.ts'
import { isPilot } from '../../scenarios/challenge/pilot.ts'
import { remindMentors } from '../queue/request-statements.ts'
import { countPool, keepCount } from '../queue/count-pool.ts'
import { workWaits } from '../queue/work-waits.ts'
import { firstPeers, type HandedIn, preferredOf, queueRows } from './queue-rows.ts'
import { stepAfter } from './promise.ts'
import { planOwedReminder } from './owed-reminder.ts'
import { promises, submissionQueue } from '../tables.ts'

/**
 * Reaction to attempt.submitted: asks for the first peer reviews and stores the promise and the
 * reminder. Scoring asks for more later; in pilot for a mentor's after the second peer's.
 */
export async function requestReviews(call: Call, { subjectId }: Note): Promise<void> {
  const handedIn = await findHandedIn(call, subjectId)
  if (!handedIn) return
  const { organization_id: organizationId, student_id: student } = handedIn
  const home = sql`${organizationId}`
  const [counted] = await countPool(call, [home, partnerOf(home)], student)
  const preferred = await preferredOf(call, subjectId)

  await commit(
    call,
    [
      call.db.insert(submissionQueue).values(queueRows(handedIn, preferred)),
      call.db.insert(promises).values(promiseOf(handedIn, call.now)),
      // Nobody can decide about this submission now: tells author and admins that it has no date.
      // watch-promises.ts would also do so, but up to an hour later.
      ...(handedIn.waits_for ? [note(call, 'promise.waits', handedIn.id)] : []),
      ...planOwedReminder(call, handedIn),
      ...(preferred?.role === 'mentor' ? [remindMentors(call, handedIn.id)] : []),
      keepCount(call, programmesIn(poolOf(home)), counted),
      auditEntry(
        call,
        'places.opened',
        handedIn.id,
        { peers: firstPeers(handedIn) },
        organizationId,
      ),
    ],
    { answer: null },
  )
}

async function findHandedIn({ db, now }: Call, id: string): Promise<HandedIn | undefined> {
  const [student, organizationId] = [sql`s.student_id`, sql`s.organization_id`]
  const [row] = await db.all<HandedIn>(sql`
    SELECT s.id, s.organization_id, s.student_id, s.challenge_id, s.language, s.at, s.promised_at,
      (SELECT cm.cohort_id FROM memberships m JOIN cohort_members cm ON cm.membership_id = m.id
        WHERE m.account_id = s.student_id AND m.organization_id = s.organization_id
        ORDER BY m.ended_at IS NOT NULL LIMIT 1) AS cohort_id,
      ${givenBy(student)} AS given,
      ${owedBy(student)} AS owed,
      ${waitsForOf(sql`s.id`, student, organizationId)} AS waits_for,
      ${workWaits({ id: student, organizationId, challengeId: sql`s.challenge_id` }, now)} AS work_waits,
      ${isPilot(sql`s.version_hash`)} AS pilot
    FROM submissions s WHERE s.id = ${id}
      AND NOT EXISTS (SELECT 1 FROM submission_queue WHERE submission_id = s.id)`)
  return row
}

function promiseOf(handedIn: HandedIn, now: Date): typeof promises.$inferInsert {
  const promised = { handedInAt: new Date(handedIn.at), promisedAt: new Date(handedIn.promised_at) }
  return {
    submissionId: handedIn.id,
    organizationId: handedIn.organization_id,
    ...promised,
    ...stepAfter(undefined, promised),
    missed: 0,
    watchAt: new Date(handedIn.at),
    waitsFor: handedIn.waits_for,
    toldAt: handedIn.waits_for && now,
  }
}
