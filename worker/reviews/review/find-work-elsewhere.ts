import { sql } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { actingOf } from '../../accounts/session/acting.ts'
import { countWithItems, mostItemsCounted } from '../calibration/count-with-items.ts'
import { drawingIn, readDrawing } from '../calibration/find-drawing.ts'
import { itemsLeft } from '../calibration/offered-items.ts'
import { isOpenPool } from '../../organizations/organization/pool.ts'
import { mayReview, reviewableChallenges } from '../queue/may-review.ts'
import { owedView } from '../standing/owed.ts'
import { readStanding, standingOf } from '../standing/find-standing.ts'
import { type Reviewer, reviewerOf } from '../standing/reviewer.ts'

/** Counting stops here. */
const mostCounted = 20
/** Of more programmes, only the newest are looked at. */
const mostProgrammes = 5

interface OtherRow {
  membership_id: string
  organization_id: string
  name: string
  role: Acting['role']
  pool: string
  pool_is_open: number
}

/**
 * The reviews that wait in the caller's other programmes: for a mentor those that wait, for a
 * student those that are owed. Programmes without any are left out, and the one that shares its
 * reviews with the programme in which the caller acts now.
 */
export async function findWorkElsewhere(call: Call) {
  const { db } = call
  const { membershipId: here, role } = actingOf(call)
  const reviewer = reviewerOf(call)
  const [rows, standing] = await db.batch([
    db.all<OtherRow>(sql`
      SELECT m.id AS membership_id, m.organization_id, o.name, m.role, coalesce(o.pool_id, o.id) AS pool,
        ${isOpenPool(sql`coalesce(o.pool_id, o.id)`)} AS pool_is_open
      FROM memberships m JOIN organizations o ON o.id = m.organization_id
      WHERE m.account_id = ${call.actorId} AND m.ended_at IS NULL
        AND m.role IN ('student', 'mentor') AND m.id <> ${here}
        AND NOT (m.role = ${role} AND coalesce(o.pool_id, o.id) = ${reviewer.pool})
      ORDER BY m.created_at DESC LIMIT ${mostProgrammes}`),
    standingOf(call, reviewer),
  ])
  const { given, owed } = readStanding(standing).standing
  const counts = await countWaiting(call, rows)
  const others = rows.map(
    ({ membership_id: membershipId, name: organizationName, role }, index) => {
      const waiting = counts[index] ?? 0
      const view = owedView({ given, owed, waiting })
      const reviews = role === 'mentor' ? waiting : Math.max(0, view.owed - view.done)
      return { membershipId, organizationName, reviews }
    },
  )
  return { others: others.filter(({ reviews }) => reviews > 0) }
}

interface WaitingRow {
  challenge_id: string
  waiting: number
  drawing: string
  items_left: number
}

/** For each programme: how many answers wait, with the hidden items among them, as on its own page. */
async function countWaiting(call: Call, rows: readonly OtherRow[]): Promise<number[]> {
  const [first, ...others] = rows.map((row) => {
    const reviewer: Reviewer = {
      id: call.actorId,
      membershipId: row.membership_id,
      organizationId: row.organization_id,
      role: row.role === 'mentor' ? 'mentor' : 'peer',
      pool: row.pool,
      poolIsOpen: row.pool_is_open === 1,
    }
    const challengeId = sql`waits.challenge_id`
    return call.db.all<WaitingRow>(sql`
      SELECT waits.challenge_id, waits.waiting, ${drawingIn(reviewer, challengeId)} AS drawing,
        ${itemsLeft(reviewer, challengeId, mostItemsCounted)} AS items_left
      FROM (SELECT challenge_id, count(*) AS waiting FROM (
          SELECT q.challenge_id FROM ${reviewableChallenges(reviewer)} mine
          JOIN submission_queue q ON q.challenge_id = mine.challenge_id
          WHERE ${mayReview(reviewer, call.now)} LIMIT ${mostCounted})
        GROUP BY challenge_id) waits`)
  })
  if (!first) return []
  const found = await call.db.batch([first, ...others])
  return Promise.all(found.map((waits) => countAll(call, waits)))
}

async function countAll(call: Call, waits: readonly WaitingRow[]): Promise<number> {
  const counts = waits.map(({ challenge_id: challengeId, waiting: real, drawing, items_left }) =>
    countWithItems(
      call,
      { reviewerId: call.actorId, challengeId },
      { real, drawing: readDrawing(drawing), itemsLeft: items_left },
    ),
  )
  const total = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  return Math.min(mostCounted, total)
}
