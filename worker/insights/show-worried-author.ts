import { sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit } from '../foundation/commit/commit.ts'
import { open } from '../foundation/crypto/seal.ts'
import { newId } from '../foundation/call/id.ts'
import type { WorriedAuthor } from './find-worried.ts'

/**
 * Tells an admin who wrote an answer that worried a reviewer: where nobody coaches the author, nobody
 * else can reach them. It is written into the trail, and an admin who is a mentor as well never judges
 * somebody whose answer they have seen a name on.
 */
export async function showWorriedAuthor(call: Call, author: WorriedAuthor) {
  const { submissionId, studentId, name } = author
  // Under a key of its own: an answer is kept with its key, and a name is not to be kept there.
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
  return { name: name === null ? '' : await open(name) }
}
