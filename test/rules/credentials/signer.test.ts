import { describe, expect, it } from 'vitest'

import { fromHex, hex } from '../../../worker/foundation/crypto/encoding.ts'
import type { SignRequest } from '../../../worker/signer/binding.ts'
import { deriveSeed } from '../../../worker/signer/issuer-key.ts'
import { listPublicKeys } from '../../../worker/signer/list-public-keys.ts'
import { proofOptions, signDocument } from '../../../worker/signer/sign-document.ts'
import { ownVectors, type VectorSet, vectorSets } from './vectors.ts'

const { issuer, masterSeedHex } = ownVectors.json('keys.json')
const { origin } = new URL(ownVectors.json('award.unsigned.json').id)
const seeds = (more: object = {}) => ({
  ISSUER_SEEDS: JSON.stringify({ current: '1', keys: { 1: masterSeedHex }, ...more }),
})
const laptop = seeds({ dev: true })
const now = new Date('2026-03-03T12:00:00Z')

describe.each(vectorSets)('beside the vectors of $name', (set) => {
  const { json, text } = set
  const keys = json('keys.json')

  it('derives the keys of the vector, from one seed for every programme', async () => {
    for (const [name, { seedHex, publicKeyMultibase }] of Object.entries<Record<string, string>>(
      keys.keys,
    )) {
      const [purpose, generation = ''] = name.split('-')
      if (purpose !== 'credential' && purpose !== 'status') throw new Error(name)
      const from = { issuer: keys.issuer, purpose, generation } as const
      expect(hex(await deriveSeed(fromHex(keys.masterSeedHex), from))).toBe(seedHex)
      const known = { current: generation, keys: { [generation]: keys.masterSeedHex } }
      const listed = await listPublicKeys({ ISSUER_SEEDS: JSON.stringify(known) }, keys.issuer)
      expect(listed.keys.find(({ id }) => id === `${keys.issuer}#${name}`)).toMatchObject({
        publicKeyMultibase,
        active: true,
      })
    }
  })

  it('writes the proof options as the vector has them', () => {
    const { created } = awardOf(set)
    expect(proofOptions(`${keys.issuer}#credential-1`, created)).toBe(
      text('award.proof-options.nq'),
    )
  })

  it('gives the golden award the same signature each time', async () => {
    const { proofValue } = json('award.hashes.json')
    const known = seeds({ dev: true, keys: { 1: keys.masterSeedHex } })
    for (const _ of [1, 2]) {
      expect(await signDocument(known, awardOf(set), now)).toEqual({
        keyId: `${keys.issuer}#credential-1`,
        proofValue,
      })
    }
  })
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
  ['wrong-issuer', () => ({ issuer: 'did:web:badges.example:organizations:other' })],
  ['wrong-issuer', () => ({ issuer: 'did:web:badges.example' })],
  ['wrong-issuer', () => other(`<${issuer}>`, '<did:web:badges.example:organizations:hillside>')],
  ['wrong-type', () => ({ purpose: 'status' })],
  ['wrong-type', () => other('vocab.html#OpenBadgeCredential', 'vocab.html#Profile')],
  ['unknown-predicate', () => other('schema.org/genre', 'schema.org/award')],
  ['unknown-predicate', () => other(' .\n', ' <urn:graph> .\n')],
  ['unknown-predicate', () => ({ document: 'not quads at all' })],
  ['wrong-host', () => other(`<${origin}/credentials/`, '<https://evil.example/credentials/')],
  ['wrong-host', () => other(`<${origin}/achievements/`, '<https://evil.example/achievements/')],
  ['no-status', () => other('credentials#credentialStatus', 'credentials#evidence')],
  ['no-status', () => other('"40961"', '"first"')],
  ['bad-time', () => ({ created: '2026-03-02T08:15:30.000Z' })],
  ['bad-time', () => ({ created: '2026-13-01T10:00:00Z' })],
  ['too-large', () => ({ document: award().document.padEnd(262_145) })],
  ['different-document', () => ({ versionId: 'c47d1e91-6b3f-4e2a-a5d8-19f0b7c6e342.1' })],
  ['different-document', () => ({ versionId: 'c47d1e90-6b3f-4e2a-a5d8-19f0b7c6e342' })],
])('refuses %s', async (refused, change) => {
  expect(await signDocument(laptop, { ...award(), ...change() }, now)).toEqual({ refused })
})

it('refuses a second text under a version that it has signed', async () => {
  const request = { ...award(), versionId: 'c47d1e90-6b3f-4e2a-a5d8-19f0b7c6e342.77' }
  expect(await signDocument(laptop, request, now)).toHaveProperty('proofValue')
  const again = { ...request, document: request.document.replace('"40961"', '"40962"') }
  expect(again.document).not.toBe(request.document)
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
  ['five minutes ahead', '2026-03-03T12:05:00Z', true],
  ['later than that', '2026-03-03T12:05:01Z', false],
  ['a week old', '2026-02-24T12:00:00Z', true],
  ['older than that', '2026-02-24T11:59:59Z', false],
])('under a real seed takes a time that is %s: %s', async (_, created, taken) => {
  const outcome = await signDocument(seeds(), { ...award(), created }, now)
  expect(outcome).toEqual(
    taken ? expect.objectContaining({ keyId: expect.any(String) }) : { refused: 'bad-time' },
  )
})

it('never uses a development seed for a real host, but does use a real one', async () => {
  const { document, ...rest } = award()
  const real = {
    ...rest,
    issuer: issuer.replace('badges.example', 'college.org'),
    document: document.replaceAll('badges.example', 'college.org'),
  }
  expect(await signDocument(seeds(), real, now)).toHaveProperty('proofValue')
  expect(await signDocument(laptop, real, now)).toEqual({ refused: 'wrong-issuer' })
})

it('signs nothing when the current seed is missing', async () => {
  const outcome = await signDocument(seeds({ current: '2' }), award(), now)
  expect(outcome).toEqual({ refused: 'key-not-active' })
})

it.each([
  ['short', { keys: { 1: 'abcd' } }],
  ['of another form', { keys: 'none' }],
])('stops on a secret that is %s', async (_, more) => {
  await expect(listPublicKeys(seeds(more), issuer)).rejects.toThrow()
})

it('reports that a seed is a development seed', async () => {
  expect((await listPublicKeys(laptop, issuer)).dev).toBe(true)
  expect((await listPublicKeys(seeds(), issuer)).dev).toBe(false)
})

function award(): SignRequest {
  return awardOf(ownVectors)
}

function awardOf({ json, text }: VectorSet): SignRequest {
  const { id, issuer: by, validFrom } = json('award.unsigned.json')
  return {
    issuer: by.id,
    purpose: 'credential',
    versionId: `${id.split('/').at(-1)}.1`,
    document: text('award.document.nq'),
    created: validFrom,
  }
}

function statusList(): SignRequest {
  const list = `${origin}/status-lists/b1f7c9d4-2e63-4a58-8c1d-7f90e2a3b6c5`
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
    versionId: 'b1f7c9d4-2e63-4a58-8c1d-7f90e2a3b6c5.1772525730',
    document: quads.map((quad) => `${quad} .\n`).join(''),
    created: '2026-03-03T08:15:30Z',
  }
}

describe('with two seeds', () => {
  const two = { 1: masterSeedHex, 2: 'e7'.repeat(32) }
  const both = seeds({ dev: true, current: '2', keys: two })

  it('signs with the key that is asked for, and with the current one by default', async () => {
    expect(await signDocument(both, award(), now)).toMatchObject({
      keyId: `${issuer}#credential-2`,
    })
    const old = { ...award(), generation: '1' }
    expect(await signDocument(both, old, now)).toMatchObject({ keyId: `${issuer}#credential-1` })
  })

  it('signs with no stolen key and with no key that it does not have', async () => {
    const stolen = seeds({ dev: true, current: '2', compromised: ['1'], keys: two })
    for (const [by, generation] of [
      [stolen, '1'],
      [both, '3'],
    ] as const) {
      const outcome = await signDocument(by, { ...award(), generation }, now)
      expect(outcome).toEqual({ refused: 'key-not-active' })
    }
    const { keys } = await listPublicKeys(stolen, issuer)
    expect(keys.map(({ generation, compromised }) => [generation, compromised])).toEqual([
      ['1', true],
      ['1', true],
      ['2', false],
      ['2', false],
    ])
  })
})
