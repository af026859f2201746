import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { inText } from '../../foundation/call/in-text.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { countWithItems, mostItemsCounted } from '../calibration/count-with-items.ts'
import { drawingIn, readDrawing } from '../calibration/find-drawing.ts'
import { itemsLeft } from '../calibration/offered-items.ts'
import { readStanding, standingOf } from '../standing/find-standing.ts'
import { lookAgainAt } from '../claim/lease.ts'
import { couldReview, mayReview, queueOrder, reviewableChallenges } from '../queue/may-review.ts'
import { reviewsOwed } from '../../scenarios/catalogue/reviews-owed.ts'
import { owedView, pauseOf } from '../standing/owed.ts'
import { practiceNeeded } from '../practice/practice.ts'
import { type Reviewer, reviewerOf } from '../standing/reviewer.ts'

/** Counting stops here; the page then says “99 or more”. */
const mostCounted = 99

interface ChallengeRow {
  challenge_id: string
  title: string
  skill: string
  waiting: number
  oldest: number | null
  practised: number
  soon: number
  hand_ins: number
  given: number
  drawing: string
  items_left: number | null
}
interface LiveRow {
  id: string
  challenge_id: string
  title: string
  lease_until: number
}

/**
 * How much work waits for a reviewer and how much they owe. Only counts, so that nobody can pick an
 * answer.
 */
export async function findReviewWork(call: Call) {
  const reviewer = reviewerOf(call)
  const { db, now } = call
  const [standingRows, [live], rows, [pool]] = await db.batch([
    standingOf(call, reviewer),
    db.all<LiveRow>(sql`
      SELECT c.id, c.challenge_id, v.title, c.lease_until FROM claims c
      LEFT JOIN submissions s ON s.id = c.submission_id
      LEFT JOIN hidden_items i ON i.id = c.item_id
      JOIN challenge_versions v ON v.hash = coalesce(s.version_hash, i.version_hash)
      WHERE c.reviewer_id = ${reviewer.id} AND c.ended_at IS NULL`),
    db.all<ChallengeRow>(challengesOf(reviewer, now)),
    db.all<{ small: number }>(sql`
      SELECT small FROM review_pools WHERE organization_id = ${reviewer.pool}`),
  ])
  const { standing } = readStanding(standingRows)
  const challenges = await allOf(rows, (row) => withItems(call, reviewer, row))
  const waiting = challenges.some((challenge) => challenge.waiting > 0)
  // Somebody who is set aside gets hidden items only, and has judged all that there are.
  const isDone = !live && !waiting && rows.some(({ drawing }) => readDrawing(drawing).setAside)
  const pause =
    pauseOf(standing, reviewer.role, now) ?? (isDone ? { why: 'set-aside' as const } : undefined)
  const { given, owed } = standing
  const open = challenges.reduce((sum, challenge) => sum + challenge.waiting, live ? 1 : 0)
  return {
    role: reviewer.role,
    claim: live ? liveClaim(live) : null,
    challenges: challenges.map((row) => challengeView(row, live)),
    owed: reviewer.role === 'mentor' ? null : owedView({ given, owed, waiting: open }),
    /** Why this reviewer gets no work now, even if some waits. */
    pause: pause
      ? { why: pause.why, until: 'until' in pause ? pause.until.toISOString() : null }
      : null,
    lookAgainAt: waiting ? null : lookAgainAt(now).toISOString(),
    /**
     * Whether the group is so small that a reviewer may get the same author again (`isSmallPool`).
     */
    smallGroup: pool?.small === 1,
  }
}

function challengesOf(reviewer: Reviewer, now: Date): SQL {
  const { id } = reviewer
  const waiting = sql`(SELECT json_array(count(*), min(hand_in_hour)) FROM (
    SELECT q.hand_in_hour FROM submission_queue q
    WHERE q.challenge_id = mine.challenge_id AND ${mayReview(reviewer, now)}
    ORDER BY ${queueOrder} LIMIT ${inText(mostCounted)}))`
  // A mentor is asked after the peers, so an answer that peers still review comes to mentors soon.
  const soon = sql`EXISTS (SELECT 1 FROM submission_queue q
    WHERE q.challenge_id = mine.challenge_id AND q.assigned < q.wanted
      AND ${couldReview({ ...reviewer, role: 'peer' }, now)})`
  // Once for each challenge: the columns that use it would each count again.
  return sql`
    WITH mine AS MATERIALIZED (SELECT mine.challenge_id, ${waiting} AS found
      FROM ${reviewableChallenges(reviewer)} mine)
    SELECT mine.challenge_id, v.title, v.skill, mine.found ->> 0 AS waiting, mine.found ->> 1 AS oldest,
      (SELECT count(*) FROM practice_results
        WHERE account_id = ${id} AND challenge_id = mine.challenge_id) AS practised,
      ${soon} AS soon,
      (SELECT count(*) FROM submissions
        WHERE student_id = ${id} AND challenge_id = mine.challenge_id) AS hand_ins,
      (SELECT count(*) FROM claims WHERE reviewer_id = ${id} AND challenge_id = mine.challenge_id
        AND role = 'peer' AND end_reason = 'submitted') AS given,
      ${drawingIn(reviewer, sql`mine.challenge_id`)} AS drawing,
      CASE WHEN mine.found ->> 0 > 0
        THEN ${itemsLeft(reviewer, sql`mine.challenge_id`, mostItemsCounted)} END AS items_left
    FROM mine
    JOIN challenges h ON h.id = mine.challenge_id
    JOIN challenge_versions v ON v.hash = h.current_hash
    ORDER BY oldest IS NULL, oldest, v.title LIMIT 100`
}

async function withItems(call: Call, { id: reviewerId }: Reviewer, row: ChallengeRow) {
  const { challenge_id: challengeId, waiting: real, items_left: left } = row
  const found = { real, drawing: readDrawing(row.drawing), itemsLeft: left ?? 0 }
  const waiting = await countWithItems(call, { reviewerId, challengeId }, found)
  return { ...row, waiting: Math.min(mostCounted, waiting) }
}

function challengeView(
  { challenge_id: challengeId, title, skill, waiting, given, ...row }: ChallengeRow,
  live: LiveRow | undefined,
) {
  const isAtIt = live?.challenge_id === challengeId
  const open = waiting + (isAtIt ? 1 : 0)
  return {
    challengeId,
    title,
    skill,
    waiting,
    /** Rounded down to the hour. */
    oldestAt: row.oldest === null ? null : new Date(row.oldest * 3_600_000).toISOString(),
    /** Whether an answer is likely to need this reviewer soon, if none waits now. */
    soon: row.soon === 1,
    practiceNeeded: Math.max(0, practiceNeeded - row.practised),
    ...owedView({ given, owed: reviewsOwed(row.hand_ins), waiting: open }),
  }
}

function liveClaim({ id, challenge_id: challengeId, title, lease_until: until }: LiveRow) {
  return { id, challengeId, title, leaseUntil: new Date(until).toISOString() }
}
