import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openAnswers } from '../../attempts/answers.ts'
import { criterionLevelsIn } from '../../credentials/achievement/achievement.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { isPublicRubric } from '../../scenarios/catalogue/find-public-rubric.ts'
import { type SignsRow, findSignsSeen, signsSeenOf } from '../../scoring/result/find-signs-seen.ts'
import { isLive } from '../eligibility/find-visible.ts'
import type { VisibleFields } from './visibility.ts'

interface ShowableRow {
  credential_id: string
  skill: string
  level: number
  submitted_at: number
  answers: string
  title: string
  everybodys: number
  mentor_reviewed: number
  named_in_public: number
  asks_for_tick: number
  submission_id: string
  rubric_hash: string
  rubric_is_public: number
  level_ids: string
}

/** Enough for one live badge in each of the eight skills from twenty programmes. */
const mostBadges = 160

/** The caller's live badges, with what a card may say about each. */
export function findShowableBadges(call: Call) {
  return call.db.all<ShowableRow>(sql`
    SELECT live.id AS credential_id, a.skill, live.level, s.at AS submitted_at, s.answers, cv.title,
      ch.organization_id IS NULL AS everybodys, live.shown_name IS NOT NULL AS named_in_public,
      live.listed AND NOT live.listed_and_visible AS asks_for_tick,
      s.id AS submission_id, a.rubric_version AS rubric_hash,
      ${isPublicRubric(sql`a.rubric_version`)} AS rubric_is_public, COALESCE(live.slot_values -> '$.levels', '[]') AS level_ids,
      EXISTS (SELECT 1 FROM submissions o JOIN reviews r ON r.submission_id = o.id
        WHERE o.attempt_id = s.attempt_id AND o.round <= s.round AND r.role = 'mentor'
          AND r.withdrawn_at IS NULL AND r.surplus = 0) AS mentor_reviewed
    FROM credentials live
    JOIN achievements a ON a.id = live.achievement_id AND a.kind = 'skill'
    JOIN decisions d ON d.id = live.decision_id
    JOIN submissions s ON s.id = d.submission_id
    JOIN challenge_versions cv ON cv.hash = s.version_hash
    JOIN challenges ch ON ch.id = s.challenge_id
    WHERE live.student_id = ${call.actorId} AND ${isLive(call)}
    ORDER BY s.at DESC, live.id LIMIT ${mostBadges}`)
}

const LevelIds = v.array(v.string())

export async function showableOf(call: Call, row: ShowableRow) {
  return {
    credentialId: row.credential_id,
    skill: row.skill,
    level: row.level,
    month: new Date(row.submitted_at).toISOString().slice(0, 7),
    mentorReviewed: row.mentor_reviewed === 1,
    // The title of a programme's own challenge could reveal the school, so it is not shown.
    challengeTitle: row.everybodys === 1 ? row.title : null,
    title: row.title,
    namedInPublic: row.named_in_public === 1,
    /** Search engines may list its page, so showing it to employers needs an extra confirmation. */
    listedInPublic: row.asks_for_tick === 1,
    // No criteria if the rubric is not public, because its words could also reveal the school.
    hasCriteria: row.rubric_is_public === 1,
    answers: Object.values(await openAnswers(call, row.submission_id, row.answers)),
  }
}

export type ShowableBadge = Awaited<ReturnType<typeof showableOf>>

/** The signs that reviewers saw for badges whose criteria are to be shown. */
export function findSignsToShow(call: Call, { credentials }: VisibleFields) {
  const ids = credentials.filter(({ criteria }) => criteria).map((each) => each.credentialId)
  return findSignsSeen(
    call,
    sql`SELECT d.submission_id FROM json_each(${JSON.stringify(ids)}) wanted
      CROSS JOIN credentials c ON c.id = wanted.value AND c.student_id = ${call.actorId}
      CROSS JOIN decisions d ON d.id = c.decision_id`,
  )
}

/** The badges with the data for their criteria. This data is for the server only. */
export function judgedBadgesOf(
  call: Call,
  showable: readonly ShowableRow[],
  signs: readonly SignsRow[],
) {
  const seen = signsSeenOf(signs)
  return allOf(showable, async (row) => ({
    ...(await showableOf(call, row)),
    rubricHash: row.rubric_hash,
    levels: criterionLevelsIn(v.parse(LevelIds, JSON.parse(row.level_ids))),
    signs: seen.get(row.submission_id) ?? {},
  }))
}

export type JudgedBadge = Awaited<ReturnType<typeof judgedBadgesOf>>[number]
