import { inSeconds } from '../seconds.ts'

export interface ListedKey {
  /** `<did>#<purpose>-<generation>` */
  id: string
  publicKeyMultibase: string
  compromisedAt: Date | null
}

interface KeyRow extends Pick<ListedKey, 'publicKeyMultibase' | 'compromisedAt'> {
  purpose: string
  generation: string
}

/** A row of `issuer_keys` as the document lists it. */
export const listedKey = (did: string, { purpose, generation, ...key }: KeyRow): ListedKey => ({
  id: `${did}#${purpose}-${generation}`,
  publicKeyMultibase: key.publicKeyMultibase,
  compromisedAt: key.compromisedAt,
})

/**
 * The did:web document of a programme: its keys, and which of them may sign for it. A stolen key
 * stays, so that others can read when it was revoked, but nothing that it signed is valid.
 */
export function didDocument(did: string, keys: ListedKey[]) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKeyMultibase, compromisedAt }) => ({
      id,
      type: 'Multikey',
      // Verifiers refuse a key whose controller is not the issuer itself.
      controller: did,
      publicKeyMultibase,
      ...(compromisedAt && { revoked: inSeconds(compromisedAt) }),
    })),
    assertionMethod: keys.filter(({ compromisedAt }) => !compromisedAt).map(({ id }) => id),
  }
}
