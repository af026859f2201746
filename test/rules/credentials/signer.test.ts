import { describe, expect, it } from 'vitest'

import { fromHex, hex } from '../../../worker/foundation/crypto/encoding.ts'
import type { SignRequest } from '../../../worker/signer/binding.ts'
import { deriveSeed } from '../../../worker/signer/issuer-key.ts'
import { listPublicKeys } from '../../../worker/signer/list-public-keys.ts'
import { proofOptions, signDocument } from '../../../worker/signer/sign-document.ts'
import { haveVectors, vector, vectorText } from './vectors.ts'

const issuer = 'did:web:mettle.example:organizations:riverside'
const master = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'
const seeds = (more: object) => ({
  ISSUER_SEEDS: JSON.stringify({ current: '1', keys: { 1: master }, ...more }),
})
const laptop = seeds({ dev: true })
const now = new Date('2026-11-23T12:00:00Z')

describe.skipIf(!haveVectors)(
  'beside the shared vectors (skipped where they are not at hand)',
  () => {
    it('derives the very keys of the vector, from one seed for every programme', async () => {
      const { masterSeedHex, keys } = vector('mettle/keys.json')
      for (const [name, { seedHex, publicKeyMultibase }] of Object.entries<Record<string, string>>(
        keys,
      )) {
        const [purpose, generation = ''] = name.split('-')
        if (purpose !== 'credential' && purpose !== 'status') throw new Error(name)
        const seed = await deriveSeed(fromHex(masterSeedHex), { issuer, purpose, generation })
        expect(hex(seed)).toBe(seedHex)
        const configuration = { current: generation, keys: { [generation]: masterSeedHex } }
        const listed = await listPublicKeys({ ISSUER_SEEDS: JSON.stringify(configuration) }, issuer)
        expect(listed.keys.find(({ id }) => id === `${issuer}#${name}`)).toMatchObject({
          publicKeyMultibase,
          active: true,
        })
      }
    })

    it('writes the proof options as the vector has them', () => {
      expect(proofOptions(`${issuer}#credential-1`, '2026-09-01T10:00:00Z')).toBe(
        vectorText('mettle/award.proof-options.nq'),
      )
    })

    it('signs the golden award to the same value, again and again', async () => {
      const { proofValue } = vector('mettle/award.hashes.json')
      for (const _ of [1, 2]) {
        expect(await signDocument(laptop, award(), now)).toEqual({
          keyId: `${issuer}#credential-1`,
          proofValue,
        })
      }
    })

    const other = (from: string, to: string, more: Partial<SignRequest> = {}) => {
      const { document } = award()
      const changed = document.replaceAll(from, to)
      expect(changed).not.toBe(document)
      return {
        document: changed,
        versionId: `${award().versionId.slice(0, -1)}${from.length}`,
        ...more,
      }
    }

    it.each<[string, () => Partial<SignRequest>]>([
      ['wrong-issuer', () => ({ issuer: 'did:web:mettle.example:organizations:other' })],
      ['wrong-issuer', () => ({ issuer: 'did:web:mettle.example' })],
      [
        'wrong-issuer',
        () => other(`<${issuer}>`, '<did:web:mettle.example:organizations:hillside>'),
      ],
      ['wrong-type', () => ({ purpose: 'status' })],
      ['wrong-type', () => other('vocab.html#OpenBadgeCredential', 'vocab.html#Profile')],
      ['unknown-predicate', () => other('schema.org/genre', 'schema.org/award')],
      ['unknown-predicate', () => other(' .\n', ' <urn:graph> .\n')],
      ['unknown-predicate', () => ({ document: 'not quads at all' })],
      [
        'wrong-host',
        () => other('<https://mettle.example/credentials/', '<https://evil.example/credentials/'),
      ],
      [
        'wrong-host',
        () => other('<https://mettle.example/achievements/', '<https://evil.example/achievements/'),
      ],
      ['no-status', () => other('credentials#credentialStatus', 'credentials#evidence')],
      ['no-status', () => other('"73418"', '"first"')],
      ['bad-time', () => ({ created: '2026-09-01T10:00:00.000Z' })],
      ['bad-time', () => ({ created: '2026-13-01T10:00:00Z' })],
      ['too-large', () => ({ document: award().document.padEnd(262_145) })],
      ['different-document', () => ({ versionId: '0b7a5c52-0000-4000-8000-000000000001.1' })],
      ['different-document', () => ({ versionId: '0b7a5c52-0000-4000-8000-000000000000' })],
    ])('refuses %s', async (refused, change) => {
      expect(await signDocument(laptop, { ...award(), ...change() }, now)).toEqual({ refused })
    })

    it('refuses a second text under a version that it has signed', async () => {
      const request = { ...award(), versionId: '0b7a5c52-0000-4000-8000-000000000000.77' }
      expect(await signDocument(laptop, request, now)).toHaveProperty('proofValue')
      const again = { ...request, document: request.document.replace('"73418"', '"73419"') }
      expect(await signDocument(laptop, again, now)).toEqual({ refused: 'different-document' })
      expect(await signDocument(laptop, request, now)).toHaveProperty('proofValue')
    })

    it('signs a status list under the status key and under no other', async () => {
      const list = statusList()
      expect(await signDocument(laptop, list, now)).toMatchObject({ keyId: `${issuer}#status-1` })
      const refused = await signDocument(laptop, { ...list, purpose: 'credential' }, now)
      expect(refused).toEqual({ refused: 'wrong-type' })
    })

    it.each([
      ['five minutes ahead', '2026-11-23T12:05:00Z', true],
      ['later than that', '2026-11-23T12:05:01Z', false],
      ['a week old', '2026-11-16T12:00:00Z', true],
      ['older than that', '2026-11-16T11:59:59Z', false],
    ])('under a real seed takes a time that is %s: %s', async (_, created, taken) => {
      const outcome = await signDocument(seeds({}), { ...award(), created }, now)
      expect(outcome).toEqual(
        taken ? expect.objectContaining({ keyId: expect.any(String) }) : { refused: 'bad-time' },
      )
    })

    it('never lets a seed from a laptop speak for a real host', async () => {
      const real = 'did:web:college.org:organizations:riverside'
      const outcome = await signDocument(laptop, { ...award(), issuer: real }, now)
      expect(outcome).toEqual({ refused: 'wrong-issuer' })
    })

    it('signs nothing when the current seed is not there', async () => {
      const outcome = await signDocument(seeds({ current: '2' }), award(), now)
      expect(outcome).toEqual({ refused: 'key-not-active' })
    })
  },
)

it.each([
  ['short', { keys: { 1: 'abcd' } }],
  ['of another form', { keys: 'none' }],
])('stops on a secret that is %s', async (_, more) => {
  await expect(listPublicKeys(seeds(more), issuer)).rejects.toThrow()
})

it('says that a seed was made on a laptop', async () => {
  expect((await listPublicKeys(laptop, issuer)).dev).toBe(true)
  expect((await listPublicKeys(seeds({}), issuer)).dev).toBe(false)
})

function award(): SignRequest {
  return {
    issuer,
    purpose: 'credential',
    versionId: '0b7a5c52-0000-4000-8000-000000000000.1',
    document: vectorText('mettle/award.document.nq'),
    created: '2026-09-01T10:00:00Z',
  }
}

function statusList(): SignRequest {
  const list = 'https://mettle.example/status-lists/6a1e0b4e-0d55-4c1e-8f43-3f0d7a1c9b52'
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  const quads = [
    `<${list}> <${rdf}> <https://www.w3.org/2018/credentials#VerifiableCredential>`,
    `<${list}> <${rdf}> <https://www.w3.org/ns/credentials/status#BitstringStatusListCredential>`,
    `<${list}> <https://www.w3.org/2018/credentials#issuer> <${issuer}>`,
    `<${list}#list> <https://www.w3.org/ns/credentials/status#encodedList> "uH4s"`,
  ]
  return {
    issuer,
    purpose: 'status',
    versionId: '6a1e0b4e-0d55-4c1e-8f43-3f0d7a1c9b52.1788343200',
    document: quads.map((quad) => `${quad} .\n`).join(''),
    created: '2026-09-02T00:00:00Z',
  }
}
