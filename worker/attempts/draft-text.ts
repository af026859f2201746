import type { Call } from '../foundation/call/call.ts'
import { accountOwner } from '../foundation/crypto/owner.ts'
import { type Sealed, openOr, rowOf, seal } from '../foundation/crypto/seal.ts'
import { drafts } from './tables.ts'

interface Place {
  attemptId: string
  promptId: string
}

/** Opens a saved draft; empty if nothing was saved yet. */
export function openDraft(
  call: Call,
  { attemptId, promptId }: Place,
  text: string | null,
): Promise<string> {
  return openOr(call, drafts.text, rowOf(attemptId, promptId), text, '')
}

/** Seals a draft of the caller. */
export function sealDraft(
  call: Call,
  { attemptId, promptId }: Place,
  text: string,
): Promise<Sealed> {
  return seal(call, drafts.text, rowOf(attemptId, promptId), accountOwner(call.actorId), text)
}
