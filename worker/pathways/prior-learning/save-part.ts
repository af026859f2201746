import { sql } from 'drizzle-orm'

import { staleVersion } from '../../attempts/problems.ts'
import { unaudited } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { claimHandedIn } from '../problems.ts'
import type { SavePartInput } from './claim-input.ts'
import type { OwnPart } from './find-own-part.ts'
import { sealPart } from './open-claim.ts'

/**
 * Saves one part of the account over the version it is based on. 409 claim-handed-in, 409
 * stale-version if another window has saved since. A text equal to the saved one is no conflict.
 */
export async function savePart(call: Call, part: OwnPart, { text, version }: SavePartInput) {
  const { claimId, competency } = part
  if (part.isHandedIn) throw claimHandedIn()
  const now = call.now.toISOString()
  if (part.version > 0 && part.text === text) {
    return { competency, version: part.version, savedAt: part.savedAt?.toISOString() ?? now }
  }
  const sealed = await sealPart(call, claimId, competency, text)
  const at = call.now.getTime()
  // Changes no row if the claim was handed in meanwhile.
  const isDraft = sql`EXISTS (SELECT 1 FROM prior_learning_claims
    WHERE id = ${claimId} AND attempt_id IS NULL)`
  const write =
    version > 0
      ? sql`UPDATE prior_learning_parts
          SET text = ${sealed}, version = version + 1, updated_at = ${at}
          WHERE claim_id = ${claimId} AND competency = ${competency} AND version = ${version}
            AND ${isDraft}`
      : sql`INSERT INTO prior_learning_parts (claim_id, competency, text, version, updated_at)
          SELECT ${claimId}, ${competency}, ${sealed}, 1, ${at}
          WHERE ${isDraft} AND NOT EXISTS (SELECT 1 FROM prior_learning_parts
            WHERE claim_id = ${claimId} AND competency = ${competency})`
  return commit(call, [call.db.run(write), guard(call, 'stale_version'), unaudited('draft')], {
    answer: { competency, version: version + 1, savedAt: now },
    conflicts: { stale_version: staleVersion },
  })
}
