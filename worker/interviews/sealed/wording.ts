import type { Call } from '../../foundation/call/call.ts'
import { accountOwner, organizationOwner } from '../../foundation/crypto/owner.ts'
import { type Sealed, open, rowOf, seal } from '../../foundation/crypto/seal.ts'
import { interviewRequests, requestEditions } from '../tables.ts'
import { type Edition, readEdition } from '../edition/edition.ts'

/** A wording as it is stored. */
export interface StoredWording {
  requestId: string
  number: number
  content: string
}

/** The columns of a stored wording. */
export const storedWording = {
  requestId: requestEditions.requestId,
  number: requestEditions.number,
  content: requestEditions.content,
}

interface Request {
  id: string
  organizationId: string
}

/**
 * Loads the keys of both sides of a request in one call to the vault. A missing key is no error
 * here: an erased student has none, and opening a text without its key fails later.
 */
export async function askForKeys(
  call: Call,
  { studentId, organizationId }: { studentId: string; organizationId: string },
): Promise<void> {
  const owners = [accountOwner(studentId), organizationOwner(organizationId)]
  await Promise.allSettled(owners.map((owner) => call.keys.findOrMake(owner)))
}

/** Opens a wording as its stored JSON. */
export function openWording(
  call: Call,
  { requestId, number, content }: StoredWording,
): Promise<string> {
  return open(call, requestEditions.content, rowOf(requestId, number), content)
}

/** Opens and parses a wording. */
export async function openEdition(call: Call, wording: StoredWording): Promise<Edition> {
  return readEdition(await openWording(call, wording))
}

/** Seals a wording, as JSON, with the employer's key. */
export function sealWording(
  call: Call,
  { id, organizationId }: Request,
  number: number,
  content: string,
): Promise<Sealed> {
  const owner = organizationOwner(organizationId)
  return seal(call, requestEditions.content, rowOf(id, number), owner, content)
}

/** Opens a draft, a wording that was sent but not delivered, as JSON. */
export function openDraft(call: Call, requestId: string, draft: string): Promise<string> {
  return open(call, interviewRequests.draft, requestId, draft)
}

/** Seals a draft, a wording that was sent but not delivered, with the employer's key. */
export function sealDraft(call: Call, { id, organizationId }: Request, draft: string) {
  return seal(call, interviewRequests.draft, id, organizationOwner(organizationId), draft)
}
