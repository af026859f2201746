import { beforeAll, describe, expect, it } from 'vitest'

import type { Json } from '../support/json.ts'
import { anAward, anIssuerWithoutItsKey, issuerNamed, listIssuer, listStatus } from './issue.ts'
import { asked } from './only-these-documents.ts'
import { allThree, verifierCore } from './verifiers.ts'

const verifiers = Object.entries(allThree)

beforeAll(async () => {
  await listIssuer()
  await listStatus([])
})

it('needs documents from the issuer only', async () => {
  const award = await anAward()
  asked.length = 0
  for (const [, verify] of verifiers) await verify(award)
  const hosts = new Set(asked.map((url) => new URL(url).host))
  // One verifier also reads the published schema, which is available if the vectors are.
  hosts.delete('purl.imsglobal.org')
  expect([...hosts]).toEqual(['mettle.example'])
})

describe.each(verifiers)('%s', (name, verify) => {
  it.each(['collaboration', 'empathy', 'critical-thinking'])(
    'verifies a badge in %s',
    async (skill) => {
      expect(await verify(await anAward({ skill }))).toEqual([])
    },
  )

  it('verifies a badge that never expires', async () => {
    expect(await verify(await anAward({ shape: 'award-no-expiry' }))).toEqual([])
  })

  it('verifies a status list', async () => {
    expect(await verify(await listStatus([]))).toEqual([])
  })

  it('verifies twenty badges with whatever people write into a title', async () => {
    for (const [index, words] of awkwardTexts().entries()) {
      const award = await anAward({ words, titled: words, index })
      expect(await verify(award), words).toEqual([])
    }
  })

  it('refuses a badge with one byte of any kind of member changed', async () => {
    const award = await anAward()
    const kinds = textsIn(award)
    expect(kinds.size).toBeGreaterThan(35)
    for (const [kind, path] of kinds) {
      expect(await verify(withOneByteChanged(award, path)), kind).not.toEqual([])
    }
  })

  it('refuses a badge whose key is not in the issuer’s assertionMethod', async () => {
    const issuer = await anIssuerWithoutItsKey(`hillside-${name.toLowerCase()}`)
    expect(await verify(await anAward({ issuer }))).not.toEqual([])
  })
})

describe.each(verifiers)('%s, after a change of keys', (name, verify) => {
  const issuerFor = (what: string) => issuerNamed(`${what}-${name.toLowerCase()}`)

  it('verifies badges of the old key and of the new one', async () => {
    const issuer = issuerFor('rotated')
    await listIssuer(issuer, ['1', '2'])
    expect(await verify(await anAward({ issuer, generation: '1' }))).toEqual([])
    expect(await verify(await anAward({ issuer, generation: '2' }))).toEqual([])
  })

  it('refuses what a stolen key signed, and verifies the badge signed again', async () => {
    const issuer = issuerFor('stolen')
    const [old, again] = [
      await anAward({ issuer, generation: '1' }),
      await anAward({ issuer, generation: '2' }),
    ]
    await listIssuer(issuer, ['1', '2'], ['1'])
    expect(await verify(old)).not.toEqual([])
    expect(await verify(again)).toEqual([])
  })
})

it('is refused by the verifier that reads status lists once it is revoked, and its neighbours are not', async () => {
  const [first, last] = [await anAward({ index: 0 }), await anAward({ index: 131_071 })]
  const neighbours = [await anAward({ index: 1 }), await anAward({ index: 131_070 })]
  await listStatus([0, 131_071])
  expect(await verifierCore(first)).not.toEqual([])
  expect(await verifierCore(last)).not.toEqual([])
  for (const neighbour of neighbours) expect(await verifierCore(neighbour)).toEqual([])
  await listStatus([])
  expect(await verifierCore(first)).toEqual([])
})

type Path = (string | number)[]

/**
 * One text of each kind of member: `credentialSubject.result.achievedLevel` stands for all levels.
 */
function textsIn(
  value: unknown,
  path: Path = [],
  found = new Map<string, Path>(),
): Map<string, Path> {
  if (typeof value === 'string') {
    const kind = path.filter((step) => typeof step === 'string').join('.')
    if (!found.has(kind)) found.set(kind, path)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      textsIn(member, [...path, Array.isArray(value) ? Number(name) : name], found)
    }
  }
  return found
}

function withOneByteChanged(award: Json, path: Path): Json {
  const copy = structuredClone(award)
  const last = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce((at, step) => at[step], copy)
  const text: string = holder[last]
  // Changes the middle character, a digit to a digit and a letter to a letter, so that the text
  // keeps its form.
  const at = Math.floor(text.length / 2)
  const changed = /\d/.test(text[at] ?? '')
    ? String((Number(text[at]) + 1) % 10)
    : text[at] === 'a'
      ? 'b'
      : 'a'
  holder[last] = text.slice(0, at) + changed + text.slice(at + 1)
  return copy
}

function awkwardTexts(): string[] {
  const parts = [
    '“Late” \\ shift',
    'line\nbreak',
    '👩🏽‍🍳',
    '夜班',
    'משמרת לילה',
    'e\u0301',
    'é',
    'a"b',
    '<b>&amp;',
    "it's",
    '\u{1F9EA}',
    'ﬁ',
  ]
  return Array.from({ length: 20 }, (_, index) =>
    [0, 1, 2].map((step) => parts[(index * 5 + step * 7) % parts.length]).join(' '),
  )
}
