import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import type { ForgoChallengeInput } from './forgo-challenge-input.ts'
import { attemptOpen } from '../problems.ts'

/**
 * Gives up taking a challenge, permanently and in every programme: the caller is about to review it
 * and will read its key. Refused while the caller has an open attempt at it. 404, 409 attempt-open.
 */
export async function forgoChallenge(
  call: Call,
  { challengeId }: InferOutput<typeof ForgoChallengeInput>,
) {
  const [challenge] = await call.db.all(sql`
    SELECT id FROM challenges WHERE id = ${challengeId}
      AND (organization_id IS NULL OR organization_id = ${actingOf(call).organizationId})`)
  if (!challenge) throw notFound()
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO forgone_challenges (account_id, challenge_id, at)
        SELECT ${call.actorId}, ${challengeId}, ${call.now.getTime()}
        WHERE NOT EXISTS (SELECT 1 FROM attempts WHERE student_id = ${call.actorId}
          AND challenge_id = ${challengeId} AND state = 'open')
        ON CONFLICT DO UPDATE SET at = at`),
      guard(call, 'attempt_open'),
      auditEntry(call, 'challenge.forgone', challengeId),
    ],
    { answer: { challengeId }, conflicts: { attempt_open: attemptOpen } },
  )
}
