import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { notFound } from '../../http/problems.ts'
import type { CalibrationItem } from '../../scenarios/challenge/challenge.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import { type Desk, deskOf } from '../desk/desk.ts'
import { reviewableChallenges } from '../queue/may-review.ts'
import { practiceItems, practiceNeeded } from './practice.ts'
import { handInFirst } from '../problems.ts'
import { turnsAlong } from '../desk/retrace.ts'
import { type Reviewer, reviewerOf } from '../standing/reviewer.ts'

interface VersionRow {
  hash: string
  body: string
  must_forgo: number
  may_review: number
  is_offered: number
}

interface ResultRow {
  version_hash: string
  item_id: string
  levels: string
}

export interface Practice {
  versionHash: string
  version: ChallengeVersion
  /**
   * True for a mentor who could still take this challenge. They must give that up before they see
   * its key.
   */
  mustForgo: boolean
  /** Includes results for earlier versions, so that a new version needs no new practice. */
  results: ResultRow[]
}

/**
 * The current version of a challenge, and the caller's practice results in it. 403 hand-in-first if
 * a student must take this challenge before, 404 if it is not offered to the caller at all.
 */
export async function findPractice(call: Call, challengeId: string): Promise<Practice> {
  const reviewer = reviewerOf(call)
  const [[version], results] = await call.db.batch([
    call.db.all<VersionRow>(sql`
      SELECT v.hash, v.body, ${mustForgo(reviewer, challengeId)} AS must_forgo,
        h.id IN (SELECT challenge_id FROM ${reviewableChallenges(reviewer)}) AS may_review,
        h.retired_at IS NULL AND coalesce(h.organization_id = ${reviewer.organizationId}, 1) AS is_offered
      FROM challenges h JOIN challenge_versions v ON v.hash = h.current_hash
      WHERE h.id = ${challengeId}`),
    call.db.all<ResultRow>(sql`
      SELECT version_hash, item_id, levels FROM practice_results
      WHERE account_id = ${reviewer.id} AND challenge_id = ${challengeId} ORDER BY at`),
  ])
  if (!version?.may_review) throw version?.is_offered ? handInFirst() : notFound()
  return {
    versionHash: version.hash,
    version: readChallengeVersion(version.body),
    mustForgo: version.must_forgo === 1,
    results,
  }
}

/** SQL: 1 for a mentor who has neither given up taking this challenge nor handed it in. */
function mustForgo({ id, role }: Reviewer, challengeId: string): SQL {
  if (role === 'peer') return sql`0`
  return sql`(
    NOT EXISTS (SELECT 1 FROM forgone_challenges
      WHERE account_id = ${id} AND challenge_id = ${challengeId})
    AND NOT EXISTS (SELECT 1 FROM submissions
      WHERE challenge_id = ${challengeId} AND student_id = ${id}))`
}

interface AnsweredItem extends Desk {
  itemId: string
  yours: Record<string, number>
  reference: Record<string, number>
  why: Record<string, string>
}

/**
 * The next practice answer to judge, and the answers already judged, with the levels and reasons of
 * two readers. No answers if the caller must give up the challenge first.
 */
export async function findPracticePage(call: Call, challengeId: string) {
  const { version, versionHash, mustForgo, results } = await findPractice(call, challengeId)
  const items = practiceItems(version)
  const judged = results.filter((result) => result.version_hash === versionHash)
  const next = items.find(({ id }) => !judged.some((result) => result.item_id === id))
  return {
    challengeId,
    title: version.challenge.title,
    mustForgo,
    needed: Math.max(0, practiceNeeded - results.length),
    next: next && !mustForgo ? { itemId: next.id, ...practiceDesk(version, next, false) } : null,
    answered: (mustForgo ? [] : judged).flatMap(({ item_id: itemId, levels }): AnsweredItem[] => {
      const item = items.find(({ id }) => id === itemId)
      if (!item) return []
      const yours = v.parse(Levels, JSON.parse(levels))
      const { levels: reference, why } = item
      return [{ itemId, ...practiceDesk(version, item, true), yours, reference, why }]
    }),
  }
}

const Levels = v.record(v.string(), v.number())

function practiceDesk(
  version: ChallengeVersion,
  { path, answers }: CalibrationItem,
  showsChoices: boolean,
): Desk {
  const { criteria } = version.rubric
  const author = { name: '', programmes: [] }
  const turns = turnsAlong(version, path)
  return deskOf({ version, turns, answers, criteria, author, showsChoices })
}
