interface ListedKey {
  /** `<did>#<purpose>-<generation>` */
  id: string
  publicKeyMultibase: string
}

/** The did:web document of a programme: its keys, and that each may sign credentials for it. */
export function didDocument(did: string, keys: ListedKey[]) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKeyMultibase }) => ({
      id,
      type: 'Multikey',
      // Verifiers refuse a key whose controller is not the issuer itself.
      controller: did,
      publicKeyMultibase,
    })),
    assertionMethod: keys.map(({ id }) => id),
  }
}
