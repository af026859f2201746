import { and, eq, inArray, sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { notFound } from '../../http/problems.ts'
import { Playthrough } from '../../scenarios/play/story.ts'
import { closesAt } from './attempt.ts'
import { findBeginning } from './find-beginning.ts'
import { attemptOpen, challengeForgone, challengeRetired } from '../problems.ts'
import type { StartAttemptInput } from './start-attempt-input.ts'
import { openDraft, sealDraft } from '../draft-text.ts'
import { attempts, drafts } from '../tables.ts'
import { whyNotStart } from './why-not-start.ts'

/**
 * Starts a challenge on its current version. Later versions do not affect the attempt. It starts
 * with the drafts of the latest attempt at the same challenge that lapsed, or whose last round did.
 */
export async function startAttempt(call: Call, { challengeId }: StartAttemptInput) {
  const { organizationId } = actingOf(call)
  const { challenge, earlier, isForgone, unsentId } = await findBeginning(call, challengeId)
  if (!challenge) throw notFound()
  if (challenge.retiredAt) throw challengeRetired()
  if (isForgone) throw challengeForgone()
  const refusal = whyNotStart(challenge, earlier, call.now)
  if (refusal) throw refusal

  const attempt = {
    id: newId(),
    studentId: call.actorId,
    organizationId,
    challengeId,
    versionHash: challenge.hash,
    skill: challenge.skill,
    state: 'open',
    round: 1,
    inkState: new Playthrough(challenge.ink).inkState,
    startedAt: call.now,
    closesAt: closesAt(call.now, call.reader.zone),
    sitting: 'unsupervised',
    identity: 'not checked',
  } as const
  const kept = unsentId ? await draftsOf(call, unsentId, attempt.id, challenge.promptIds) : []
  return commit(
    call,
    [
      call.db.insert(attempts).values(attempt),
      // Guards against a challenge that was retired or replaced since it was read.
      call.db.run(sql`
        UPDATE challenges SET current_hash = current_hash
        WHERE id = ${challengeId} AND current_hash = ${challenge.hash} AND retired_at IS NULL`),
      guard(call, 'challenge_moved_on'),
      // Guards against a challenge that was given up in another window since it was read.
      call.db.run(sql`
        INSERT INTO guard SELECT 'challenge_forgone', (count(*) = 0) FROM forgone_challenges
        WHERE account_id = ${call.actorId} AND challenge_id = ${challengeId}`),
      ...(kept.length > 0 ? [call.db.insert(drafts).values(kept)] : []),
      auditEntry(call, 'attempt.started', attempt.id, { challengeId }),
    ],
    {
      answer: { id: attempt.id, challengeId, closesAt: attempt.closesAt.toISOString() },
      conflicts: {
        'attempts.student_id, attempts.challenge_id': attemptOpen,
        two_attempts_open: attemptOpen,
        challenge_moved_on: challengeRetired,
        challenge_forgone: challengeForgone,
      },
    },
  )
}

/**
 * The drafts of a lapsed attempt, sealed for the new one. They can be read before the commit,
 * because they change only while their attempt is open, and then no new one can start.
 */
async function draftsOf(call: Call, from: string, attemptId: string, promptIds: string[]) {
  const isKept = and(eq(drafts.attemptId, from), inArray(drafts.promptId, promptIds))
  const rows = await call.db.select().from(drafts).where(isKept)
  return allOf(rows, async (row) => {
    const text = await openDraft(call, row, row.text)
    const place = { attemptId, promptId: row.promptId }
    return { ...place, text: await sealDraft(call, place, text), version: 1, updatedAt: call.now }
  })
}
