import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { canonicalise } from '../../../worker/credentials/document/canonicalise.ts'
import { didDocument } from '../../../worker/credentials/issuer/did-document.ts'
import { fillSkeleton } from '../../../worker/credentials/document/document.ts'
import { lintCanonical, lintDocument } from '../../../worker/credentials/document/lint-document.ts'
import { withProof } from '../../../worker/credentials/document/proof.ts'
import { identityHash } from '../../../worker/credentials/document/recipient.ts'
import { awardSkeleton } from '../../../worker/credentials/document/skeleton.ts'
import { sha256Hex } from '../../../worker/foundation/crypto/encoding.ts'
import type { Json } from '../../support/json.ts'
import { haveVectors, vector, vectorText } from './vectors.ts'

const did = 'did:web:mettle.example:organizations:riverside'

describe.skipIf(!haveVectors)(
  'beside the shared vectors (skipped where they are not at hand)',
  () => {
    it('gives the golden award from its skeleton and its slots', () => {
      expect(fillSkeleton(goldenSkeleton(), goldenSlots())).toEqual(
        vector('mettle/award.unsigned.json'),
      )
    })

    it('canonicalises it to the golden lines and the golden hash', async () => {
      const canonical = await canonicalise(fillSkeleton(goldenSkeleton(), goldenSlots()))
      expect(canonical).toBe(vectorText('mettle/award.document.nq'))
      expect(await sha256Hex(canonical)).toBe(vector('mettle/award.hashes.json').documentHashHex)
      expect(lintCanonical(canonical)).toEqual([])
    })

    it('hashes the address with the salt as the vector does', async () => {
      const { salt, identityHash: golden } = vector('mettle/award.values.json')
      const { recipientEmail } = vector('mettle/award.hashes.json')
      expect(await identityHash(` ${recipientEmail.toUpperCase()} `, salt)).toBe(golden)
    })

    it('writes the proof as an array, in the golden form', () => {
      const { proof } = vector('mettle/award.json')
      const { created, verificationMethod: keyId, proofValue } = proof[0]
      expect(withProof({}, { created, keyId, proofValue })).toEqual({ proof })
    })

    it('writes the issuer in the golden form', () => {
      const golden = vector('mettle/did.json')
      expect(didDocument(did, golden.verificationMethod)).toEqual(golden)
    })

    it('has no objection to what is right, an award without an end and other scripts among it', () => {
      for (const file of [
        'award.unsigned.json',
        'no-expiry.json',
        'unicode.json',
        'prior-learning.json',
      ]) {
        const { proof: _, ...document } = vector(`mettle/${file}`)
        expect(lintDocument(document, did)).toEqual([])
      }
    })

    const folder = new URL('../../../../shared/vectors/mettle/refuse/', import.meta.url)
    it.each(globSync('*.json', { cwd: folder }))('never signs refuse/%s', async (file) => {
      const document = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
      const { entries } = vector('manifest.json')
      const entry = entries.find((one: Json) => one.file === `mettle/refuse/${file}`)
      const { reason, alsoAccepted = [] } = entry.expected
      const found = lintDocument(document, did)
      const reasons = found.length > 0 ? found : lintCanonical(await canonicalise(document))
      expect([reason, ...alsoAccepted]).toContain(reasons[0])
    })
  },
)

it('refuses a member that no context knows, rather than leave it unsigned', async () => {
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

function goldenSkeleton() {
  const { issuer, credentialSubject } = vector('mettle/award.unsigned.json')
  const { id, name, url } = issuer
  return awardSkeleton({ did: id, name, url }, credentialSubject.achievement, 'award')
}

function goldenSlots() {
  const statusListCredential = vector('mettle/award.unsigned.json').credentialStatus
    .statusListCredential
  return { ...vector('mettle/award.values.json'), statusListCredential }
}
