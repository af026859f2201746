import type { Call } from '../../foundation/call/call.ts'
import { ownDocument } from './credential-view.ts'
import { findOwnCredential } from './find-own-credential.ts'

/** One's own badge as a file; none before it is signed. */
export async function findOwnDocument(call: Call, param: Record<string, string>) {
  const credential = await findOwnCredential(call, param)
  const document = credential && ownDocument(credential)
  return document && { credential, document }
}
