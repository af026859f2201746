import { eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { OutsideFailure } from '../../foundation/outbox/outside-failure.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { askSigner } from './ask-signer.ts'
import { canonicalList } from '../status-list/canonical-list.ts'
import { findStatusBits } from '../status-list/find-status-list.ts'
import { withProof } from '../document/proof.ts'
import { inSeconds } from '../seconds.ts'
import { bitsOf, encodeBits, statusListDocument } from '../status-list/status-list.ts'
import { credentials } from '../tables.ts'

// Thrown and caught here: another run stored a later list, or one with more ends. Keep that one.
const olderThanStored = new Problem({ status: 409, type: 'status-list-older', title: '' })

/**
 * Reaction to credential.ended (the credential's id): signs the badge's list again, which now marks
 * it as ended.
 */
export async function signStatusListOf(call: Call, { subjectId }: Note): Promise<void> {
  const row = await call.db
    .select({ listId: credentials.statusListId })
    .from(credentials)
    .where(eq(credentials.id, subjectId))
    .get()
  if (row) await signStatusList(call, row.listId)
}

/**
 * Signs a list with its current ends. Ends are final, so of two runs at once the one with more ends
 * is later, and the other's result is dropped.
 */
export async function signStatusList(call: Call, listId: string): Promise<void> {
  const list = await findStatusBits(call, listId)
  if (!list) return
  const id = `${list.origin}/status-lists/${listId}`
  const created = inSeconds(call.now)
  const encodedList = await encodeBits(bitsOf(list.indexes))
  const document = statusListDocument({ id, issuer: list.did, encodedList, now: call.now })
  const ends = list.indexes.length
  const outcome = await askSigner(call.env, {
    issuer: list.did,
    generation: list.generation,
    purpose: 'status',
    // Ends are final, so with the same number of them in the same second it is the same list and
    // the same text.
    versionId: `${listId}.${ends}-${Math.floor(call.now.getTime() / 1000)}`,
    document: canonicalList(document),
    created,
  })
  if ('refused' in outcome) {
    throw new OutsideFailure('signer-refused', `The signer refuses the list: ${outcome.refused}`)
  }

  const signed = JSON.stringify(withProof(document, { ...outcome, created }))
  const statements = [
    call.db.run(sql`
      UPDATE status_lists SET ends = ${ends}, signed_at = ${call.now.getTime()}, signed_document = ${signed}
      WHERE id = ${listId} AND ends <= ${ends} AND coalesce(signed_at, 0) <= ${call.now.getTime()}`),
    guard(call, 'status_list_older'),
    auditEntry(call, 'status-list.signed', listId, { ends }, list.organizationId),
  ]
  const conflicts = { status_list_older: () => olderThanStored }
  try {
    await commit(call, statements, { answer: { listId }, conflicts })
  } catch (error) {
    if (error !== olderThanStored) throw error
  }
}
