import { describe, expect, it } from 'vitest'

import { evidenceHash } from '../../../worker/attempts/answers.ts'
import { canonicalise } from '../../../worker/credentials/document/canonicalise.ts'
import { fillSkeleton } from '../../../worker/credentials/document/document.ts'
import { evidenceId } from '../../../worker/credentials/document/evidence.ts'
import { lintCanonical, lintDocument } from '../../../worker/credentials/document/lint-document.ts'
import { withProof } from '../../../worker/credentials/document/proof.ts'
import { identityHash } from '../../../worker/credentials/document/recipient.ts'
import { awardSkeleton } from '../../../worker/credentials/document/skeleton.ts'
import { didDocument } from '../../../worker/credentials/issuer/did-document.ts'
import { sha256Hex } from '../../../worker/foundation/crypto/encoding.ts'
import { ownVectors, type VectorSet, vectorSets } from './vectors.ts'

describe.each(vectorSets)('beside the vectors of $name', (set) => {
  const { json, text } = set
  const did: string = json('keys.json').issuer

  it('gives the golden award from its template and its slots', () => {
    expect(goldenAward(set)).toEqual(json('award.unsigned.json'))
  })

  it('canonicalises it to the golden lines and the golden hash', async () => {
    const canonical = await canonicalise(goldenAward(set))
    expect(canonical).toBe(text('award.document.nq'))
    expect(await sha256Hex(canonical)).toBe(json('award.hashes.json').documentHashHex)
    expect(lintCanonical(canonical)).toEqual([])
  })

  it('hashes the address with the salt as the vector does', async () => {
    const { salt, identityHash: golden } = json('award.values.json')
    const { recipientEmail } = json('award.hashes.json')
    expect(await identityHash(` ${recipientEmail.toUpperCase()} `, salt)).toBe(golden)
  })

  it('writes the proof as an array, in the golden form', () => {
    const { proof } = json('award.json')
    const { created, verificationMethod: keyId, proofValue } = proof[0]
    expect(withProof({}, { created, keyId, proofValue })).toEqual({ proof })
  })

  it('writes the issuer in the golden form', () => {
    const golden = json('did.json')
    expect(didDocument(did, golden.verificationMethod)).toEqual(golden)
  })

  it('accepts a correct document', () => {
    expect(lintDocument(json('award.unsigned.json'), did)).toEqual([])
  })
})

it('hashes the submitted text as the vector does', async () => {
  // Computed with sha256sum: the salt, then the answers as JSON with its members sorted by name.
  const answers = {
    second: 'We tried the other door.',
    first: 'I called the depot, “twice”.',
  }
  const { evidenceId: golden } = ownVectors.json('award.values.json')
  expect(evidenceId(await evidenceHash('0f1e2d3c4b5a69788796a5b4c3d2e1f0', answers))).toBe(golden)
})

it('refuses a member that no context defines, because it would not be signed', async () => {
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:a',
    mettle: 'b',
  }
  await expect(canonicalise(document)).rejects.toThrow()
})

it('loads no context but the two that are kept here', async () => {
  const document = { '@context': ['https://elsewhere.example/context'], id: 'urn:a' }
  await expect(canonicalise(document)).rejects.toThrow()
})

function goldenAward({ json }: VectorSet) {
  const { issuer, credentialSubject, credentialStatus } = json('award.unsigned.json')
  const { id, name, url } = issuer
  const { statusListCredential } = credentialStatus
  const skeleton = awardSkeleton({ did: id, name, url }, credentialSubject.achievement, 'award')
  return fillSkeleton(skeleton, { ...json('award.values.json'), statusListCredential })
}
