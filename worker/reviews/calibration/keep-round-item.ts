import { sql } from 'drizzle-orm'

import type { Answers } from '../../attempts/answers.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { type Sealed, seal } from '../../foundation/crypto/seal.ts'
import { hiddenItems } from '../calibration-tables.ts'

interface RoundItem {
  submissionId: string
  studentId: string
  body: Sealed
  /** JSON of the mentor's levels, by criterion. */
  levels: string
  mentorVariance: number
}

/** Seals redacted answers for the hidden item of a submission, with its author's key. */
export function sealItem(
  call: Call,
  { submissionId, studentId }: Pick<RoundItem, 'submissionId' | 'studentId'>,
  answers: Answers,
): Promise<Sealed> {
  const owner = accountOwner(studentId)
  return seal(call, hiddenItems.body, submissionId, owner, canonicalJson(answers))
}

/**
 * For a commit: a submission becomes a hidden item of its programme, with the submission's id. One
 * that was taken back and is given again has its text again; who had it does not get it again.
 */
export function keepRoundItem(call: Call, item: RoundItem): Statement {
  const { submissionId, studentId, body, levels, mentorVariance } = item
  return call.db.run(sql`
    INSERT INTO hidden_items (id, challenge_id, version_hash, language, pool, source, submission_id,
      author_id, levels, anchor_variance, body, made_at)
    SELECT id, challenge_id, version_hash, language, organization_id, 'round', id,
      student_id, ${levels}, ${mentorVariance}, ${body}, ${call.now.getTime()}
    FROM submissions WHERE id = ${submissionId} AND student_id = ${studentId}
    ON CONFLICT (id) DO UPDATE SET body = excluded.body, retired_at = NULL`)
}
