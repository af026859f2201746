import { describe, expect, it } from 'vitest'

import {
  findTemplate,
  keepTemplate,
} from '../../../worker/credentials/achievement/find-template.ts'
import { vendoredContexts } from '../../../worker/credentials/document/canonicalise.ts'
import { compileTemplate } from '../../../worker/credentials/document/compile-template.ts'
import { awardMarkers, compilerVersion } from '../../../worker/credentials/document/skeleton.ts'
import { contextHashes, hashOfTemplate } from '../../../worker/credentials/document/template.ts'
import type { Json } from '../../support/json.ts'
import { skeletonOf } from '../../support/signed-awards.ts'
import { ownVectors } from './vectors.ts'

describe('a template is refused', () => {
  const award = ownVectors.json('award.json')
  const { achievement } = award.credentialSubject
  const markers = awardMarkers(achievement, 'award')
  const compile = (change: (skeleton: Json) => void) => {
    const skeleton = structuredClone(skeletonOf(award))
    change(skeleton)
    return compileTemplate(skeleton, markers)
  }

  it('not if each marker stands in it once', async () => {
    const { fixedLines } = await compile(() => {})
    expect(fixedLines).toContain(JSON.stringify(achievement.name))
  })

  it.each<[string, (skeleton: Json) => void]>([
    ['a marker is missing', (skeleton) => delete skeleton.validUntil],
    ['a marker stands twice', (skeleton) => (skeleton.awardedDate = 'slot:validFrom')],
    ['a real text is a marker', ({ issuer }) => (issuer.name = 'slot:name')],
    ['a real text looks like a marker', ({ issuer }) => (issuer.name = 'slot:nobody')],
    [
      'a level too many is awarded',
      (skeleton) => skeleton.credentialSubject.result.push('urn:slot:level-9'),
    ],
  ])('if %s', async (_, change) => {
    await expect(compile(change)).rejects.toThrow(/stands in the skeleton/)
  })

  it('if expansion loses a marker, because its value would not be signed', async () => {
    // Expansion keeps nothing of an index, and safe mode allows that.
    const lost = ({ evidence: [evidence] }: Json) => {
      evidence['@index'] = evidence.genre
      evidence.genre = 'assessment'
    }
    await expect(compile(lost)).rejects.toThrow('No place for slot:genre')
  })

  it('if a text becomes an IRI, which expansion treats in another way', async () => {
    const turned = ({ evidence: [evidence] }: Json) =>
      ([evidence.id, evidence.narrative] = ['slot:narrative', 'urn:slot:evidenceId'])
    await expect(compile(turned)).rejects.toThrow(/No place for slot:narrative/)
  })

  it('if it has a member that no context defines', async () => {
    await expect(compile((skeleton) => (skeleton.mettle = 'b'))).rejects.toThrow()
  })
})

describe('the hash of a template', () => {
  const skeleton = skeletonOf(ownVectors.json('award.json'))
  const contexts: [string, string][] = [['https://a.example', '00']]
  const parts = { shape: 'award' as const, compilerVersion, contexts, skeleton }

  it.each<[string, Partial<typeof parts> | Json]>([
    ['the issuer’s name', { skeleton: { ...skeleton, issuer: { ...skeleton.issuer, name: 'B' } } }],
    ['a context', { contexts: [['https://a.example', '01']] }],
    ['the compiler', { compilerVersion: `${compilerVersion}1` }],
    ['the shape', { shape: 'award-no-expiry' }],
  ])('changes with %s', async (_, change) => {
    expect(await hashOfTemplate({ ...parts, ...change })).not.toBe(await hashOfTemplate(parts))
  })

  it('does not change with the order of members', async () => {
    const turned = Object.fromEntries(Object.entries(skeleton).toReversed())
    const [one, other] = [parts, { ...parts, skeleton: turned }].map((each) => hashOfTemplate(each))
    expect(await one).toBe(await other)
  })

  it('has the hashes of the contexts as they are', async () => {
    const [[address, context] = ['', {}]] = vendoredContexts
    const [before] = await contextHashes(vendoredContexts)
    const [after] = await contextHashes(new Map([[address, { ...context, more: 1 }]]))
    expect(before).toEqual((await contextHashes(vendoredContexts))[0])
    expect(before?.[1]).not.toBe(after?.[1])
  })
})

it('an isolate keeps the fifty templates that it used last', async () => {
  const asked = new Error('The database was asked.')
  const call = {
    db: {
      select: () => {
        throw asked
      },
    },
  } as never
  const template = { shape: 'award', skeleton: '{}', compiled: null }
  const hashes = Array.from({ length: 51 }, (_, index) => `hash-${index}`)
  for (const hash of hashes.slice(0, 50)) keepTemplate({ ...template, hash })
  expect(await findTemplate(call, 'hash-0')).toMatchObject({ hash: 'hash-0' })
  keepTemplate({ ...template, hash: 'hash-50' })
  await expect(findTemplate(call, 'hash-1')).rejects.toBe(asked)
  for (const hash of hashes.filter((hash) => hash !== 'hash-1')) {
    expect(await findTemplate(call, hash)).toMatchObject({ hash })
  }
})
