import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { joinChallengeParts } from './join-challenge-parts.ts'
import type { Published } from './publish-challenge-version.ts'
import type { ReceiveChallengePartInput } from './receive-challenge-part-input.ts'

/**
 * Stores one part, and publishes the challenge after the last one. A part sent again replaces the
 * stored one.
 */
export async function receiveChallengePart(
  call: Call,
  input: ReceiveChallengePartInput,
): Promise<Published | { hash: string; outcome: 'waiting' }> {
  const { hash, text } = input
  await commit(
    part(call, 'part'),
    [
      call.db.run(sql`
        INSERT INTO challenge_parts (hash, part, parts, text)
        VALUES (${hash}, ${input.part}, ${input.parts}, ${text})
        ON CONFLICT (hash, part) DO UPDATE SET parts = excluded.parts, text = excluded.text`),
      auditEntry(call, 'challenge.part-received', hash, { part: input.part, parts: input.parts }),
    ],
    { answer: { hash } },
  )
  return (await joinChallengeParts(call, hash)) ?? { hash, outcome: 'waiting' }
}
