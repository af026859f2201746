import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { log } from '../../foundation/call/log.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { OutsideFailure } from '../../foundation/outbox/outside-failure.ts'
import type { AwardFacts } from '../document/award-facts.ts'
import type { DraftedAward } from './draft-award.ts'
import type { LiveCredential } from './find-live-credential.ts'
import { keepVersion } from './keep-version.ts'
import type { MayIssue } from './may-issue.ts'
import { templateRow } from './prepare-credential.ts'

// Thrown and caught here: the decision has a badge already. Do nothing.
const awardedAlready = new Problem({ status: 409, type: 'awarded-already', title: '' })
// The badge was ended or signed again since it was read. The note is tried again.
const moved = new Problem({ status: 409, type: 'credential-moved', title: '' })

/**
 * Whether a decision replaces a live badge: it is about a challenge, and the badge rests on a claim
 * of prior learning. A claim replaces nothing. Throws while that badge waits for its signature, so
 * that the note is tried again.
 */
export function replacesPriorLearning({ submission }: AwardFacts, live: LiveCredential): boolean {
  if (submission.genre !== 'assessment' || live.genre !== 'prior-learning') return false
  if (live.state === 'prepared') {
    throw new OutsideFailure('signer-away', 'The badge to replace is not signed yet.')
  }
  return true
}

/**
 * Prepares the next version of a badge for prior learning, now for a challenge: same id, status and
 * day of the first award, with a new term. Its note gets it signed. If the new document must not be
 * signed, the badge stays as it is.
 */
export async function replacePriorLearning(
  call: Call,
  may: MayIssue,
  { organization }: AwardFacts,
  { id, version }: LiveCredential,
  award: DraftedAward,
): Promise<void> {
  may.spend(call)
  const { decisionId, reasons } = award
  if (may.decisionId !== decisionId) throw new Error('This permission is for another decision.')
  if (reasons.length > 0) {
    log('error', 'credential.failed', { id, reasons: reasons.join(' ') })
    return
  }
  const statements = [
    templateRow(call, award),
    keepVersion(call, id, version),
    guard(call, 'credential_moved'),
    replacement(call, version, award),
    guard(call, 'credential_moved'),
    call.db.run(sql`DELETE FROM awaited_awards WHERE decision_id = ${decisionId}
      AND decided_at = (SELECT decided_at FROM decisions WHERE id = ${decisionId})`),
    auditEntry(call, 'credential.prepared', id, { version: version + 1 }, organization.id),
    note(call, 'credential.prepared', id),
  ]
  const conflicts = {
    credential_moved: () => moved,
    'credentials.decision_id': () => awardedAlready,
  }
  await commit(call, statements, { answer: { id }, conflicts }).catch((error: unknown) => {
    if (error !== awardedAlready) throw error
  })
}

/** Asks for the decision's row again, so that only a proficient one about a challenge is awarded. */
function replacement({ db, now }: Call, version: number, award: DraftedAward) {
  return db.run(sql`
    UPDATE credentials SET version = version + 1, state = 'prepared', key_id = NULL, proof_value = NULL,
      achievement_id = ${award.achievementId}, decision_id = ${award.decisionId},
      level = ${award.level}, template_hash = ${award.template.hash},
      slot_values = ${award.slotValues}, document_hash = ${award.documentHash},
      created_at = ${now.getTime()}, valid_from = ${award.validFrom.getTime()},
      valid_until = ${award.validUntil?.getTime() ?? null}
    WHERE id = ${award.id} AND version = ${version} AND expired_at IS NULL
      AND EXISTS (SELECT 1 FROM decisions d JOIN submissions s ON s.id = d.submission_id
        WHERE d.id = ${award.decisionId} AND d.state = 'proficient' AND d.level = ${award.level}
          AND s.student_id = credentials.student_id AND s.kind = 'attempt')`)
}
