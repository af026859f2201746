import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import type { Note } from '../../foundation/outbox/note.ts'

/**
 * Reaction to account.erased (the account's id): destroys its key. Running it again changes
 * nothing. While the vault is away it throws, and the note is tried again.
 */
export async function destroyAccountKey(
  { env }: Call,
  { subjectId }: Note<'account.erased'>,
): Promise<void> {
  const outcome = await env.VAULT.destroy(accountOwner(subjectId))
  if ('refused' in outcome) throw new Error(`The vault refused: ${outcome.refused}.`)
}
