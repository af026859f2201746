import { base64urlnopad } from '@scure/base'

import type { Did } from '../../tools/restore/verify-credential.ts'
import { Client } from './client.ts'

/** What a verifier reads of a document to look up its status. */
export interface WithStatus {
  credentialStatus: { statusListCredential: string; statusListIndex: string }
}

/** The did document of an issuer, as everyone gets it. */
export async function didOf(slug: string): Promise<Did> {
  const { status, text } = await new Client().get(`/organizations/${slug}/did.json`)
  if (status !== 200) throw new Error(`No did document: ${status}`)
  return JSON.parse(text)
}

/** Whether the status list of a document says that it was revoked (W3C Bitstring Status List). */
export async function isRevoked({ credentialStatus }: WithStatus): Promise<boolean> {
  const { statusListCredential, statusListIndex } = credentialStatus
  const { status, text } = await new Client().get(new URL(statusListCredential).pathname)
  if (status !== 200) throw new Error(`No status list: ${status}`)
  const packed = base64urlnopad.decode(JSON.parse(text).credentialSubject.encodedList.slice(1))
  const unzipped = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  const bits = new Uint8Array(await new Response(unzipped).arrayBuffer())
  const index = Number(statusListIndex)
  return ((bits[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0
}
