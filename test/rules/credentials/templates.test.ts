import { describe, expect, it } from 'vitest'

import { fillSkeleton } from '../../../worker/credentials/document/document.ts'
import { canonicalAward } from '../../../worker/credentials/document/template.ts'
import { canonicalList } from '../../../worker/credentials/status-list/canonical-list.ts'
import { statusListDocument } from '../../../worker/credentials/status-list/status-list.ts'
import { sha256Hex } from '../../../worker/foundation/crypto/encoding.ts'
import { signDocument } from '../../../worker/signer/sign-document.ts'
import type { Json } from '../../support/json.ts'
import { slotsIn, templateOf } from '../../support/signed-awards.ts'
import { templatesAgree } from '../../support/templates-agree.ts'
import { ownVectors, sharedVectors, type VectorSet, vectorSets } from './vectors.ts'

templatesAgree()

describe.each(vectorSets)('beside the vectors of $name', (set) => {
  const { json, text } = set

  it('gives golden slots the golden lines, hash and proof', async () => {
    const award = json('award.json')
    const canonical = await canonicalOf(award)
    expect(canonical).toBe(text('award.document.nq'))
    expect(await sha256Hex(canonical)).toBe(json('award.hashes.json').documentHashHex)
    expect(await signatureOf(set, award, canonical)).toMatchObject(proofOf(award))
  })
})

// Skipped as a whole where the shared vectors are not there.
describe.each(sharedVectors)('beside the documents of $name', (set) => {
  it.each(['no-expiry.json', 'unicode.json', 'prior-learning.json'])(
    'gives %s its golden proof',
    async (file) => {
      const award = set.json(file)
      expect(await signatureOf(set, award, await canonicalOf(award))).toMatchObject(proofOf(award))
    },
  )

  it('gives the status list its golden proof', async () => {
    const list = set.json('status-list.json')
    const { proof: _, ...document } = list
    const signed = await signatureOf(set, list, canonicalList(document))
    expect(signed).toMatchObject(proofOf(list))
  })
})

describe('a slot that does not fit', () => {
  it.each<[string, (slots: Json) => void]>([
    ['a value of another form', (slots) => (slots.salt = 'abc')],
    ['an address with a blank', (slots) => (slots.statusId += ' x')],
    ['an address that ends its IRI', (slots) => (slots.id += '>')],
    ['a date with an offset', (slots) => (slots.validFrom = '2026-09-01T10:00:00+00:00')],
    ['an unknown genre', (slots) => (slots.genre = 'hearsay')],
    ['no value', (slots) => delete slots.narrative],
    ['no value for an optional slot of the shape', (slots) => delete slots.validUntil],
    ['a value for no slot', (slots) => (slots.holder = 'Wim')],
    ['a level too few', (slots) => slots.levels.pop()],
    ['a level too many', (slots) => slots.levels.push(slots.levels[0])],
  ])('throws: %s', async (_, change) => {
    const award = ownVectors.json('award.json')
    const slots: Json = slotsIn(award)
    const template = await templateOf(award)
    expect(await canonicalAward(template, slots)).toBe(ownVectors.text('award.document.nq'))
    change(slots)
    await expect(canonicalAward(template, slots)).rejects.toThrow()
  })

  it.each<[string, (list: Json) => void]>([
    ['bits that are no base64url', (list) => (list.credentialSubject.encodedList += '"')],
    ['an issuer that ends its IRI', (list) => (list.issuer += '>')],
    ['a member that would not be signed', (list) => (list.name = 'A list')],
  ])('of a status list throws: %s', (_, change) => {
    const list = aList()
    expect(canonicalList(list)).toContain('encodedList')
    change(list)
    expect(() => canonicalList(list)).toThrow()
  })
})

/** Checks that the award is one that its template could make. */
async function canonicalOf(signed: Json): Promise<string> {
  const { proof: _, ...award } = signed
  const [template, slots] = [await templateOf(award), slotsIn(award)]
  expect(fillSkeleton(JSON.parse(template.skeleton), slots)).toEqual(award)
  return canonicalAward(template, slots)
}

const proofOf = ({ proof: [{ verificationMethod: keyId, proofValue }] }: Json) => ({
  keyId,
  proofValue,
})

function signatureOf({ json }: VectorSet, { proof, issuer, id }: Json, document: string) {
  const { masterSeedHex } = json('keys.json')
  const seeds = { dev: true, current: '1', keys: { 1: masterSeedHex } }
  const [{ created, verificationMethod }] = proof
  const purpose = verificationMethod.includes('#status') ? 'status' : 'credential'
  const versionId = `${id.split('/').at(-1)}.${crypto.randomUUID()}`
  return signDocument(
    { ISSUER_SEEDS: JSON.stringify(seeds) },
    { issuer: issuer.id ?? issuer, purpose, versionId, document, created },
    new Date(created),
  )
}

function aList(): Json {
  return statusListDocument({
    id: 'https://mettle.example/status-lists/1',
    issuer: 'did:web:mettle.example:organizations:riverside',
    encodedList: 'uABC_-',
    now: new Date('2026-03-02T08:15:30Z'),
  })
}
