import { base58, base64urlnopad } from '@scure/base'

import { canonicalise } from '../../worker/credentials/document/canonicalise.ts'
import { sha256, utf8 } from '../../worker/foundation/crypto/encoding.ts'
import { proofOptions } from '../../worker/signer/sign-document.ts'
import { Client } from './client.ts'

export interface Did {
  id: string
  verificationMethod: { id: string; publicKeyMultibase: string; revoked?: string }[]
  assertionMethod: string[]
}

/** The did document of an issuer, as everyone gets it. */
export async function didOf(slug: string): Promise<Did> {
  const { status, text } = await new Client().get(`/organizations/${slug}/did.json`)
  if (status !== 200) throw new Error(`No did document: ${status}`)
  return JSON.parse(text)
}

/** Whether the did document lists the key of the proof as valid, and the signature is the key's. */
// oxlint-disable-next-line no-explicit-any -- a document is as its holder got it
export async function isValid({ proof: [proof], ...unsigned }: any, did: Did) {
  const { verificationMethod, created, proofValue } = proof
  if (!did.assertionMethod.includes(verificationMethod)) return false
  const key = did.verificationMethod.find(({ id }) => id === verificationMethod)
  const raw = base58.decode(key?.publicKeyMultibase.slice(1) ?? '').slice(2)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(raw) }
  const imported = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify'])
  const parts = [proofOptions(verificationMethod, created), await canonicalise(unsigned)]
  const hashes = await Promise.all(parts.map((part) => sha256(utf8(part))))
  const message = Uint8Array.from(hashes.flatMap((hash) => [...hash]))
  const signature = Uint8Array.from(base58.decode(proofValue.slice(1)))
  return crypto.subtle.verify('Ed25519', imported, signature, message)
}

/** Whether the status list of a document says that it was revoked (W3C Bitstring Status List). */
// oxlint-disable-next-line no-explicit-any -- as above
export async function isRevoked({ credentialStatus }: any): Promise<boolean> {
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
