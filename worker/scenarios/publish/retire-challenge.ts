import { and, eq, isNull } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { challengeAlreadyRetired } from '../problems.ts'
import { challenges } from '../tables.ts'

/**
 * Retires a challenge: nobody can start it from now on. Open attempts are still played and
 * reviewed.
 */
export async function retireChallenge(call: Call, challengeId: string) {
  const live = and(eq(challenges.id, challengeId), isNull(challenges.retiredAt))
  return commit(
    call,
    [
      call.db.update(challenges).set({ retiredAt: call.now }).where(live),
      guard(call, 'challenge_already_retired'),
      auditEntry(call, 'challenge.retired', challengeId),
    ],
    {
      answer: { challengeId },
      conflicts: { challenge_already_retired: challengeAlreadyRetired },
    },
  )
}
