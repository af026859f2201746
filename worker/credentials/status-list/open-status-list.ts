import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { Problem } from '../../foundation/call/problem.ts'
import type { RegisteredIssuer } from '../issuer/register-issuer.ts'
import { statusLists } from '../tables.ts'

// Thrown and caught here: another award opened a list first. Use that one.
const openedMeanwhile = new Problem({ status: 409, type: 'status-list-opened', title: '' })

/**
 * Opens a list for an issuer's next awards. Closes the old one if no free index was found in it.
 */
export async function openStatusList(
  call: Call,
  { did, organizationId }: RegisteredIssuer,
  crowdedListId?: string,
): Promise<void> {
  const id = newId()
  const statements = [
    ...(crowdedListId ? [closing(call, crowdedListId)] : []),
    call.db.insert(statusLists).values({ id, did, purpose: 'revocation' }),
    auditEntry(call, 'status-list.opened', id, {}, organizationId),
  ]
  const conflicts = { 'status_lists.did, status_lists.purpose': () => openedMeanwhile }
  try {
    await commit(call, statements, { answer: { id }, conflicts })
  } catch (error) {
    if (error !== openedMeanwhile) throw error
  }
}

/**
 * Marks a list as full. If another award has done so first, that award also opened a list, and our
 * insert is refused.
 */
function closing(call: Call, listId: string) {
  const now = call.now.getTime()
  return call.db.run(
    sql`UPDATE status_lists SET full_at = ${now} WHERE id = ${listId} AND full_at IS NULL`,
  )
}
