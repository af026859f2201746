import type { Call } from '../../foundation/call/call.ts'
import { ownDocument } from './credential-view.ts'
import { findOwnCredential } from './find-own-credential.ts'

/** The caller's badge as a file; undefined before it is signed. */
export async function findOwnDocument(call: Call, param: Record<string, string>) {
  const credential = await findOwnCredential(call, param)
  const document = credential && ownDocument(credential)
  return document && { credential, document }
}
