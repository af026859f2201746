import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'

import { countingRows } from '../../test/support/counting-rows.ts'
import type { Bindings } from '../../worker/env.ts'
import type { Call } from '../../worker/foundation/call/call.ts'
import { connect } from '../../worker/foundation/call/db.ts'
import { newId } from '../../worker/foundation/call/id.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { claimNext } from '../../worker/reviews/claim/claim-next.ts'
import { queueOrder } from '../../worker/reviews/queue/may-review.ts'
import { offersCompared } from '../../worker/reviews/queue/offer-order.ts'
import { challenge, home, membershipAt, reviewerAt, stages } from './stages.ts'

export interface StageCost {
  read: number
  written: number
  /** Rows that the query for the offers read, of `read`. */
  picked: number
  /** Rows that the first offers of the index are, without any rule. */
  bare: number
  /** Rows that a query reads that counts the reviews of every open submission. */
  counted: number
}

/** Brings the queue into a stage, and lets its reviewer claim. */
export async function measureStage(env: Bindings, number: number): Promise<StageCost> {
  const stage = stages[number]
  if (!stage) throw new Error('There is no such stage.')
  await env.DB.prepare(stage.change).run()
  await giveReviews(env, reviewerAt(number), stage.given)
  const [counted, bare] = [await costOfCounting(env), await costOfBarePick(env)]
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  const { answer } = await claimNext({ ...callOf(env, number), db: connect(DB) }, {})
  if (!answer.claim) throw new Error(`Nothing was offered: ${stage.name}`)
  const picked = [...cost.readBy]
    .filter(([query]) => query.includes('chosen AS MATERIALIZED'))
    .reduce((sum, [, rows]) => sum + rows, 0)
  return { read: cost.read, written: cost.written, picked, bare, counted }
}

/** The first offers in the order of the queue, for nobody in particular. */
async function costOfBarePick({ DB }: Bindings): Promise<number> {
  const order = new SQLiteSyncDialect().sqlToQuery(queueOrder).sql
  const { meta } = await DB.prepare(
    `SELECT q.submission_id FROM submission_queue q
     WHERE q.pool = ?1 AND q.kind = 'peer' AND q.challenge_id = ?2 AND q.language = 'en'
       AND q.assigned < q.wanted ORDER BY ${order} LIMIT ${offersCompared}`,
  )
    .bind(home, challenge)
    .run()
  return meta.rows_read
}

function callOf(env: Bindings, stage: number): Call {
  return {
    ...systemCall(env, newId()),
    actorId: reviewerAt(stage),
    acting: {
      membershipId: membershipAt(stage),
      organizationId: home,
      role: 'student',
      kind: 'programme',
      operator: false,
      open: false,
    },
  }
}

/** Reviews of the authors who are first in the queue, which is the worst for the next claim. */
async function giveReviews({ DB }: Bindings, reviewer: string, count: number): Promise<void> {
  const yesterday = Date.now() - 86_400_000
  await DB.prepare(
    `INSERT INTO claims (id, submission_id, reviewer_id, author_id, organization_id, challenge_id,
       role, claimed_at, lease_until, ended_at, end_reason)
     SELECT ?1 || author_id, submission_id, ?1, author_id, pool, challenge_id, kind, ?2, ?2, ?2, 'submitted'
     FROM submission_queue WHERE assigned < wanted
     ORDER BY late DESC, assigned, credit DESC, hand_in_hour, random_order LIMIT ?3`,
  )
    .bind(reviewer, yesterday, count)
    .run()
}

/**
 * What the peer queue of Open edX ORA2 does, on two tables of its shape: of the submissions to a
 * task that are not done, that this person has not reviewed, and that have fewer than three reviews
 * or running ones, the oldest. It counts the reviews of each.
 */
async function costOfCounting({ DB }: Bindings): Promise<number> {
  const { meta } = await DB.prepare(
    `SELECT w.id FROM bench_workflows w
     WHERE w.task = ?1 AND w.student <> ?2 AND w.done_at IS NULL
       AND w.id NOT IN (SELECT author FROM bench_reviews WHERE scorer = 0 AND review IS NOT NULL)
       AND (SELECT count(*) FROM bench_reviews r
         WHERE r.author = w.id AND (r.review IS NOT NULL OR r.started_at > ?3)) < 3
     ORDER BY w.created_at, w.id LIMIT 1`,
  )
    .bind(challenge, 'nobody', Date.now() - 8 * 3_600_000)
    .run()
  return meta.rows_read
}
