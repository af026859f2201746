import { openName } from '../../accounts/account/open-account.ts'
import { openAnswers } from '../../attempts/answers.ts'
import { readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import type { Turn } from '../../scenarios/play/story.ts'
import {
  answersOfItem,
  criteriaOfItem,
  type ItemRow,
  turnsOfItem,
} from '../calibration/item-work.ts'
import { criteriaAsked } from './find-claim-to-review.ts'

export interface WorkRow extends ItemRow {
  body: string
  submission_id: string
  author_id: string | null
  answers: string
  asked: string | null
  /** The submission of the round before, for the preferred reviewer. */
  earlier: string | null
  author_name: string | null
  names_to_hide: string
  draft: string | null
  draft_version: number | null
  effective_at: number | null
}

/** What is judged. A round that became a hidden item is redacted already. */
export async function workOf(call: Call, row: WorkRow, version: ChallengeVersion, turns: Turn[]) {
  if (row.item_id) {
    return {
      turns: turnsOfItem(row, version, turns),
      answers: await answersOfItem(call, row, version),
      criteria: criteriaOfItem(row, version.rubric),
      author: { name: '', programmes: [] },
    }
  }
  return {
    turns,
    answers: await openAnswers(call, row.submission_id, row.answers),
    criteria: criteriaAsked(version.rubric, row.asked),
    author: {
      name: await openName(call, row.author_id, row.author_name, ''),
      programmes: readNamesToHide(row.names_to_hide),
    },
  }
}
