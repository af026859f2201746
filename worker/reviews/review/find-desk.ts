import { sql } from 'drizzle-orm'

import { namesToHideOf } from '../../attempts/submission/find-names-to-hide.ts'
import { recordedTurns } from '../../attempts/attempt/recorded-turns.ts'
import type { turns } from '../../attempts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import { type Desk, deskOf } from '../desk/desk.ts'
import type { RubricCriterion } from '../../skills/rubric.ts'
import { type Claim, ownClaim } from '../claim/find-claim.ts'
import { criteriaAtBeginning } from './find-claim-to-review.ts'
import { type EarlierRound, earlierSubmission, findEarlierRound } from './find-earlier-round.ts'
import { itemColumns, judgedAnswer } from '../calibration/judged-answer.ts'
import { type WorkRow, workOf } from './judged-work.ts'
import { soonestHandIn } from '../claim/lease.ts'
import type { LockLevelsInput } from './lock-levels-input.ts'
import { lockedLevelsOf } from './locked-levels.ts'
import { wordsIn } from './review.ts'
import { type DraftView, openReviewDraft } from './review-draft.ts'

type TurnRow = Pick<typeof turns.$inferSelect, 'kind' | 'choiceId'>

/** The levels and ticks that the reviewer fixed; null before that. */
type Locked = LockLevelsInput['ratings'] | null

/**
 * What a reviewer sees of their claim. Live: the answer, the criteria and the draft. Lapsed: only
 * the draft, which they may still hand in. Submitted: until when they can undo the review.
 */
export type ClaimView = { id: string; role: 'peer' | 'mentor' } & (
  | ({
      state: 'live'
      leaseUntil: string
      handInFrom: string
      draft: DraftView
      locked: Locked
      /** For the one reviewer who knows the round before; null for everybody else. */
      earlier: EarlierRound | null
    } & Desk)
  | { state: 'lapsed'; draft: DraftView; locked: Locked }
  | { state: 'submitted'; undoUntil: string }
)

export async function findDesk(
  call: Call,
  param: Record<string, string>,
): Promise<ClaimView | undefined> {
  const claimId = param.claimId ?? ''
  const mine = sql`c.id = ${claimId} AND c.reviewer_id = ${call.actorId}`
  const { db } = call
  const [[claim], [row], recorded] = await db.batch([
    ownClaim(call, param),
    db.all<WorkRow>(sql`
      SELECT v.body, ${itemColumns}, s.id AS submission_id, s.student_id AS author_id, s.answers, ${criteriaAtBeginning} AS asked, ${earlierSubmission} AS earlier, a.name AS author_name,
        ${namesToHideOf(sql`s.student_id`)} AS names_to_hide,
        d.body AS draft, d.version AS draft_version,
        (SELECT effective_at FROM reviews
          WHERE claim_id = c.id AND withdrawn_at IS NULL) AS effective_at
      ${judgedAnswer}
      LEFT JOIN accounts a ON a.id = s.student_id
      LEFT JOIN review_drafts d ON d.claim_id = c.id
      WHERE ${mine}`),
    db.all<TurnRow>(sql`
      SELECT t.kind, t.choice_id AS choiceId FROM claims c
      LEFT JOIN hidden_items i ON i.id = c.item_id
      JOIN submissions s ON s.id = coalesce(c.submission_id, i.submission_id)
      JOIN turns t ON t.attempt_id = s.attempt_id
      WHERE ${mine} ORDER BY t.number`),
  ])
  return claim && row && viewOf(call, claim, row, recorded)
}

async function viewOf(
  call: Call,
  claim: Claim,
  row: WorkRow,
  recorded: TurnRow[],
): Promise<ClaimView> {
  const { id, role } = claim
  if (claim.endReason === 'submitted') {
    return {
      id,
      role,
      state: 'submitted',
      undoUntil: new Date(row.effective_at ?? 0).toISOString(),
    }
  }
  const draft = await openReviewDraft(call, claim, row.draft, row.draft_version)
  const locked = lockedLevelsOf(claim)
  if (claim.endReason !== null) return { id, role, state: 'lapsed', draft, locked }

  const version = readChallengeVersion(row.body)
  const work = await workOf(call, row, version, recordedTurns(recorded))
  const { answers } = work
  const criteria = await inOrderOfClaim(id, work.criteria)
  return {
    id,
    role,
    state: 'live',
    leaseUntil: claim.leaseUntil.toISOString(),
    handInFrom: soonestHandIn(claim.claimedAt, wordsIn(Object.values(answers))).toISOString(),
    draft,
    locked,
    earlier: await findEarlierRound(call, row.earlier, version, work.author),
    ...deskOf({
      version,
      ...work,
      criteria,
      showsChoices: locked !== null,
    }),
  }
}

/**
 * The criteria in an order that depends on the claim's id, so that reviewers do not all judge the
 * same criterion first, and the order of one claim never changes.
 */
async function inOrderOfClaim(claimId: string, criteria: readonly RubricCriterion[]) {
  const drawn = await Promise.all(
    criteria.map(async (criterion) => {
      return { criterion, lot: await sha256Hex(`${claimId} ${criterion.competency}`) }
    }),
  )
  return drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ criterion }) => criterion)
}
