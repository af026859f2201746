import { sql } from 'drizzle-orm'

import { openName } from '../accounts/account/open-account.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit } from '../foundation/commit/commit.ts'
import { newId } from '../foundation/call/id.ts'
import type { WorriedAuthor } from './find-worried.ts'

/**
 * Shows an admin who wrote an answer that worried a reviewer, because nobody else can reach an
 * author without a coach. Adds an audit entry. Also adds a conflict of interest, so that an admin
 * who is a mentor too can never review this author.
 */
export async function showWorriedAuthor(call: Call, author: WorriedAuthor) {
  const { submissionId, studentId, name } = author
  // A commit stores its answer under the idempotency key, where the name must not be. So each call
  // has a new key and the answer null, and a repeated request reads the name again.
  await commit(
    { ...call, write: { ...call.write, key: newId() } },
    [
      call.db.run(sql`
        INSERT INTO conflicts_of_interest (account_id, other_id, at)
        SELECT ${call.actorId}, ${studentId}, ${call.now.getTime()}
        WHERE NOT EXISTS (SELECT 1 FROM conflicts_of_interest WHERE account_id = ${call.actorId} AND other_id = ${studentId})`),
      auditEntry(call, 'worry.author-shown', submissionId),
    ],
    { answer: null },
  )
  return { name: await openName(call, studentId, name, '') }
}
