import { base58, base64urlnopad } from '@scure/base'

import { canonicalise } from '../../worker/credentials/document/canonicalise.ts'
import { sha256, utf8 } from '../../worker/foundation/crypto/encoding.ts'
import { proofOptions } from '../../worker/signer/sign-document.ts'

export interface Did {
  id: string
  verificationMethod: { id: string; publicKeyMultibase: string; revoked?: string }[]
  assertionMethod: string[]
}

/** A signed document: its first proof, and everything that was signed. */
export interface Signed {
  proof: readonly [{ verificationMethod: string; created: string; proofValue: string }]
  [field: string]: unknown
}

/** Whether the did document lists the key of the proof as valid, and the signature is the key's. */
export async function isValid({ proof, ...unsigned }: Signed, did: Did): Promise<boolean> {
  const { verificationMethod, created, proofValue } = proof[0]
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
