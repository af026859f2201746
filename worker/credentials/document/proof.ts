export interface Proof {
  type: 'DataIntegrityProof'
  created: string
  verificationMethod: string
  cryptosuite: 'eddsa-rdfc-2022'
  proofPurpose: 'assertionMethod'
  proofValue: string
}

interface Signed {
  keyId: string
  proofValue: string
  created: string
}

/** A document with its proof, in an array: the published schema refuses a single object. */
export function withProof<Document extends object>(
  document: Document,
  { keyId, proofValue, created }: Signed,
): Document & { proof: [Proof] } {
  const proof: Proof = {
    type: 'DataIntegrityProof',
    created,
    verificationMethod: keyId,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    proofValue,
  }
  return { ...document, proof: [proof] }
}
