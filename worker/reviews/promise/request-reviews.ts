import { sql } from 'drizzle-orm'

import { waitsForOf } from '../../attempts/attempt/find-waits-for.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { givenBy, owedBy } from '../standing/find-standing.ts'
import { creditOf } from '../standing/owed.ts'
import { pilotPeerReviews } from '../queue/quota.ts'
import { isSmallPool, pairWindowDays } from '../queue/pool.ts'
import { stepAfter } from './promise.ts'
import { promises, reminders, reviewPools, submissionQueue } from '../tables.ts'

interface HandedIn {
  id: string
  organization_id: string
  student_id: string
  challenge_id: string
  language: string
  at: number
  promised_at: number
  cohort_id: string | null
  given: number
  owed: number
  waits_for: 'mentor' | 'reviewer' | null
}

const hour = 3_600_000

/**
 * Reaction to attempt.submitted: asks for two peer reviews and stores the promise and the reminder.
 * Scoring asks for the mentor's review later, after the second peer's.
 */
export async function requestReviews(call: Call, { subjectId }: Note): Promise<void> {
  const handedIn = await findHandedIn(call, subjectId)
  if (!handedIn) return
  const { pool, students, handIns } = await countPool(call, handedIn)

  await commit(
    call,
    [
      call.db.insert(submissionQueue).values(queueRows(handedIn)),
      call.db.insert(promises).values(promiseOf(handedIn, call.now)),
      // Nobody can decide about this submission now: tells author and admins that it has no date.
      // watch-promises.ts would also do so, but up to an hour later.
      ...(handedIn.waits_for ? [note(call, 'promise.waits', handedIn.id)] : []),
      call.db.insert(reminders).values({
        submissionId: handedIn.id,
        kind: 'owed',
        organizationId: pool,
        dueAt: new Date(handedIn.at + 24 * hour),
        sent: false,
      }),
      keepCount(call, pool, students, handIns),
      auditEntry(call, 'places.opened', handedIn.id, { peers: pilotPeerReviews }, pool),
    ],
    { answer: null },
  )
}

async function findHandedIn({ db }: Call, submissionId: string): Promise<HandedIn | undefined> {
  const [row] = await db.all<HandedIn>(sql`
    SELECT s.id, s.organization_id, s.student_id, s.challenge_id, s.language, s.at, s.promised_at,
      (SELECT cm.cohort_id FROM memberships m JOIN cohort_members cm ON cm.membership_id = m.id
        WHERE m.account_id = s.student_id AND m.organization_id = s.organization_id
        ORDER BY m.ended_at IS NOT NULL LIMIT 1) AS cohort_id,
      ${givenBy(sql`s.student_id`)} AS given,
      ${owedBy(sql`s.student_id`)} AS owed,
      ${waitsForOf(sql`s.id`, sql`s.student_id`, sql`s.organization_id`)} AS waits_for
    FROM submissions s WHERE s.id = ${submissionId}
      AND NOT EXISTS (SELECT 1 FROM submission_queue WHERE submission_id = s.id)`)
  return row
}

/**
 * Limits the cost of a query that each hand-in runs. So many hand-ins show that a pool is large.
 */
const mostCounted = 2_000

/**
 * Students and hand-ins of the last 90 days, including this one, from the latest 2,000 hand-ins.
 */
async function countPool(
  { db, now }: Call,
  { organization_id: pool, student_id: student }: HandedIn,
) {
  const since = Math.floor(now.getTime() / hour) - pairWindowDays * 24
  const [row] = await db.all<{ students: number; hand_ins: number }>(sql`
    SELECT count(DISTINCT author_id) + (count(*) FILTER (WHERE author_id = ${student}) = 0) AS students,
      count(*) + 1 AS hand_ins
    FROM (SELECT author_id FROM submission_queue
      WHERE kind = 'peer' AND pool = ${pool} AND hand_in_hour >= ${since}
      ORDER BY hand_in_hour DESC LIMIT ${mostCounted})`)
  return { pool, students: row?.students ?? 1, handIns: row?.hand_ins ?? 1 }
}

function keepCount(call: Call, pool: string, students: number, handIns: number): Statement {
  const small = isSmallPool(students, handIns)
  const counted = { students, handIns, small, countedAt: call.now }
  return call.db
    .insert(reviewPools)
    .values({ organizationId: pool, ...counted })
    .onConflictDoUpdate({ target: reviewPools.organizationId, set: counted })
}

function queueRows(handedIn: HandedIn): (typeof submissionQueue.$inferInsert)[] {
  const [randomOrder = 0] = crypto.getRandomValues(new Uint32Array(1))
  const row = {
    pool: handedIn.organization_id,
    challengeId: handedIn.challenge_id,
    language: handedIn.language,
    late: false,
    assigned: 0,
    credit: creditOf(handedIn.given, handedIn.owed),
    handInHour: Math.floor(handedIn.at / hour),
    randomOrder,
    submissionId: handedIn.id,
    authorId: handedIn.student_id,
    cohortId: handedIn.cohort_id,
  }
  return [
    { ...row, kind: 'peer', wanted: pilotPeerReviews },
    { ...row, kind: 'mentor', wanted: 0 },
  ]
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
