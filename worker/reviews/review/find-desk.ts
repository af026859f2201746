import { sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { openAnswers } from '../../attempts/answers.ts'
import { namesToHideOf, readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import { recordedTurns } from '../../attempts/attempt/recorded-turns.ts'
import type { turns } from '../../attempts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import { type Desk, deskOf } from '../desk/desk.ts'
import type { RubricCriterion } from '../../skills/rubric.ts'
import { type Claim, ownClaim } from '../claim/find-claim.ts'
import { criteriaAsked } from './find-claim-to-review.ts'
import { soonestHandIn } from '../claim/lease.ts'
import type { LockLevelsInput } from './lock-levels-input.ts'
import { lockedLevelsOf } from './locked-levels.ts'
import { wordsIn } from './review.ts'
import { type DraftView, openReviewDraft } from './review-draft.ts'

type TurnRow = Pick<typeof turns.$inferSelect, 'kind' | 'choiceId'>

interface WorkRow {
  body: string
  answers: string
  state: string
  open_criteria: string
  author_name: string | null
  names_to_hide: string
  draft: string | null
  draft_version: number | null
  effective_at: number | null
}

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
      SELECT v.body, s.answers, r.state, r.open_criteria, a.name AS author_name,
        ${namesToHideOf(sql`s.student_id`)} AS names_to_hide,
        d.body AS draft, d.version AS draft_version,
        (SELECT effective_at FROM reviews
          WHERE claim_id = c.id AND withdrawn_at IS NULL) AS effective_at
      FROM claims c
      JOIN submissions s ON s.id = c.submission_id
      JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
      JOIN challenge_versions v ON v.hash = s.version_hash
      JOIN accounts a ON a.id = s.student_id
      LEFT JOIN review_drafts d ON d.claim_id = c.id
      WHERE ${mine}`),
    db.all<TurnRow>(sql`
      SELECT t.kind, t.choice_id AS choiceId FROM claims c
      JOIN submissions s ON s.id = c.submission_id
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
  const answers = await openAnswers(call, claim.submissionId, row.answers)
  const asked = criteriaAsked(version.rubric, row.state, row.open_criteria)
  const criteria = await inOrderOfClaim(id, asked)
  const author = {
    name: await openName(call, claim.authorId, row.author_name, ''),
    programmes: readNamesToHide(row.names_to_hide),
  }
  return {
    id,
    role,
    state: 'live',
    leaseUntil: claim.leaseUntil.toISOString(),
    handInFrom: soonestHandIn(claim.claimedAt, wordsIn(Object.values(answers))).toISOString(),
    draft,
    locked,
    ...deskOf({
      version,
      turns: recordedTurns(recorded),
      answers,
      criteria,
      author,
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
