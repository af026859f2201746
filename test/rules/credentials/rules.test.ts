import { describe, expect, it } from 'vitest'

import { preferredDocument } from '../../../worker/credentials/pages/accept.ts'
import { isReservedHost, issuerDid, originOf } from '../../../worker/credentials/issuer/did.ts'
import { fillSkeleton, holdsSlotMarker } from '../../../worker/credentials/document/document.ts'
import { judgedNarrative, workSentence } from '../../../worker/credentials/document/evidence.ts'
import { wholeSecond } from '../../../worker/credentials/seconds.ts'
import { bitsOf, indexFrom } from '../../../worker/credentials/status-list/status-list.ts'
import { awardTemplate } from '../../../worker/credentials/document/template.ts'

describe('a status list', () => {
  it.each([
    [0, 0, 0x80],
    [7, 0, 0x01],
    [8, 1, 0x80],
    [131_071, 16_383, 0x01],
  ])('keeps bit %i in byte %i', (index, byte, value) => {
    const bits = bitsOf([index])
    expect(bits.length).toBe(16_384)
    expect(bits[byte]).toBe(value)
    expect(bits.reduce((sum, one) => sum + one, 0)).toBe(value)
  })

  it.each([-1, 131_072, 1.5])('has no bit %d', (index) => {
    expect(() => bitsOf([index])).toThrow()
  })

  it('draws from 17 bits, every one of them', () => {
    expect(indexFrom(Uint8Array.of(0, 0, 0))).toBe(0)
    expect(indexFrom(Uint8Array.of(255, 255, 255))).toBe(131_071)
    expect(indexFrom(Uint8Array.of(0, 0, 2))).toBe(0)
  })
})

describe('the end of a badge', () => {
  it('has no part of a second', () => {
    expect(wholeSecond(new Date('2026-09-01T10:00:00.999Z')).toISOString()).toBe(
      '2026-09-01T10:00:00.000Z',
    )
  })
})

describe('a did', () => {
  it.each([
    ['https://mettle.example', 'did:web:mettle.example:organizations:riverside'],
    ['http://localhost:8787', 'did:web:localhost%3A8787:organizations:riverside'],
  ])('of %s is %s, and back', (origin, did) => {
    expect(issuerDid(origin, 'riverside')).toBe(did)
    expect(originOf(did)).toBe(origin)
  })

  it.each([
    'did:web:mettle.example',
    'did:key:z6Mk',
    'did:web:a:organizations:B',
    'did:web:a/b:organizations:c',
  ])('is not %s', (did) => expect(originOf(did)).toBeUndefined())

  it.each([
    ['localhost:8787', true],
    ['mettle.example', true],
    ['a.test', true],
    ['example.com', false],
    ['notexample', false],
    ['localhost.com', false],
  ])('on %s may be signed for with a laptop’s seed: %s', (host, may) => {
    expect(isReservedHost(host)).toBe(may)
  })
})

describe('what a badge says of its judges', () => {
  const rest = { sitting: 'unsupervised', identity: 'not checked' } as const
  it.each([
    [2, 1, 'Two peers and one mentor judged'],
    [5, 2, 'Five peers and two mentors judged'],
    [0, 3, 'Three mentors judged'],
    [12, 0, '12 peers judged'],
  ])('with %i peers and %i mentors', (peers, mentors, words) => {
    expect(judgedNarrative({ peers, mentors, ...rest }, 'en')).toContain(words)
  })

  it('says whether somebody watched the writing', () => {
    const seen = { peers: 2, mentors: 1, sitting: 'supervised', identity: 'checked' } as const
    expect(judgedNarrative(seen, 'en')).toMatch(
      /Sat supervised; identity checked by the programme\.$/,
    )
  })

  it('names the challenge, its version and the day', () => {
    const challenge = { title: 'Hand to hand', versionHash: '3f6c9a77' }
    expect(workSentence(challenge, new Date('2026-08-28T23:30:00Z'))).toBe(
      'Challenge "Hand to hand" (version 3f6c9a), answered on 2026-08-28.',
    )
  })
})

describe('a skeleton', () => {
  const slots = { id: 'https://a.example/credentials/1' } as never

  it('is filled only if every slot has one place and every place its slot', () => {
    expect(() =>
      fillSkeleton({ id: 'urn:slot:id', name: 'slot:name' }, {
        ...(slots as object),
        levels: [],
      } as never),
    ).toThrow(/slot:name/)
    expect(() =>
      fillSkeleton(['urn:slot:id', 'urn:slot:id'], { ...(slots as object), levels: [] } as never),
    ).toThrow(/second place/)
    expect(() => fillSkeleton({}, { ...(slots as object), levels: [] } as never)).toThrow(
      /No place/,
    )
  })

  it('takes no name that looks like a slot', async () => {
    expect(holdsSlotMarker(['a slot: name'])).toBe(false)
    expect(holdsSlotMarker([{ name: 'slot:name' }])).toBe(true)
    const issuer = {
      did: 'did:web:a.example:organizations:b',
      name: 'slot:name',
      url: 'https://a.example',
    }
    await expect(awardTemplate(issuer, {} as never, 'award')).rejects.toThrow(/looks like a slot/)
  })
})

it.each([
  // A q out of bounds counts as the bound.
  ['application/vc;q=1.5', 'application/vc'],
  ['application/*', 'application/vc'],
  ['application/*;q=0.5, text/html', undefined],
  ['APPLICATION/JSON', 'application/json'],
  ['application/ld+json;profile="https://a.example/one,two"', 'application/ld+json'],
  ['application/ld+json;profile="a,text/html,b", text/html;q=0.2', 'application/ld+json'],
  ['application/json;q=0.8, text/html;q=0.9', undefined],
  ['application/json;q=0.9, text/html;q=0.8', 'application/json'],
  ['text/*, application/ld+json', 'application/ld+json'],
  ['application/ld+json;q=0.4, */*', undefined],
  [undefined, undefined],
])('prefers for “%s”: %s', (accept, type) => {
  expect(preferredDocument(accept)).toBe(type)
})
