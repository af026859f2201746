import { describe, expect, it } from 'vitest'

import { criteriaHash, inOneForm } from '../../../worker/talent/search/criteria.ts'
import { countFacets, facetsOf } from '../../../worker/talent/search/facets.ts'
import {
  type EmployerFacts,
  isProvenToday,
  missingRequirements,
} from '../../../worker/talent/eligibility/search-requirements.ts'
import {
  isPassageOf,
  missingForSearch,
  switchesOf,
  widens,
} from '../../../worker/talent/visibility/visibility.ts'

describe('criteria', () => {
  const [empathy, resilience] = ['empathy', 'resilience'].map(
    (skill) => ({ skill, minimumLevel: 3 }) as const,
  )

  it('that are equal have one order a day, however they were typed', async () => {
    if (!empathy || !resilience) throw new Error('Two skills.')
    const one = {
      skills: { match: 'any' as const, of: [resilience, empathy] },
      regions: ['GB-YOR', 'GB-LDS'],
    }
    const other = {
      regions: ['GB-LDS', 'GB-YOR'],
      skills: { of: [empathy, resilience], match: 'any' as const },
    }
    const hashes = await Promise.all(
      [one, other].map((asked) => criteriaHash('opening', inOneForm(asked))),
    )

    expect(hashes[0]).toBe(hashes[1])
    expect(await criteriaHash('another', inOneForm(one))).not.toBe(hashes[0])
    expect(await criteriaHash('opening', inOneForm({ ...one, remote: true }))).not.toBe(hashes[0])
  })
})

describe('facets', () => {
  const region = (value: string, n: number) => ({ facet: 'region' as const, value, n })

  it('name no region that only a few people have, unless it was asked for', () => {
    const rows = [region('GB-LDS', 12), region('GB-YOR', 4), region('GB-MAN', 1)]
    expect(facetsOf(rows, { regions: ['GB-MAN'] }, []).regions).toEqual({
      'GB-LDS': '10+',
      'GB-MAN': '<5',
    })
  })

  it('count a person once, whatever badges they have', () => {
    const of = (...badges: [string, number, number][]) => ({
      badges,
      regions: ['GB'],
      remote: false,
    })
    const rows = countFacets([of(['empathy', 3, 0], ['empathy', 4, 1]), of(['empathy', 3, 0])])
    expect(
      rows.toSorted((one, other) => (one.facet + one.value < other.facet + other.value ? -1 : 1)),
    ).toEqual([
      { facet: 'flag', value: 'mentorReviewed', n: 1 },
      { facet: 'level', value: '3', n: 2 },
      { facet: 'level', value: '4', n: 1 },
      { facet: 'region', value: 'GB', n: 2 },
      { facet: 'skill', value: 'empathy', n: 2 },
    ])
  })

  it('name a skill that has a challenge, was asked for or five people have, and no other', () => {
    const skill = (value: string, n: number) => ({ facet: 'skill' as const, value, n })
    const asked = {
      skills: { match: 'any' as const, of: [{ skill: 'resilience', minimumLevel: 3 as const }] },
    }
    const rows = [skill('initiative', 5), skill('collaboration', 4)]
    const { skills, levels } = facetsOf(rows, asked, ['empathy'])
    expect(skills).toEqual({ empathy: '<5', resilience: '<5', initiative: '5+' })
    expect(levels).toEqual({ 3: '<5', 4: '<5' })
  })
})

describe('what a search requires', () => {
  const facts: EmployerFacts = {
    email: 'owen@hallamfoods.example',
    domains: ['hallamfoods.example'],
    legalName: 'Hallam Foods Ltd',
    site: 'https://hallamfoods.example',
    country: 'GB',
    contact: 'people@hallamfoods.example',
    approved: true,
    hasApprovedOpening: true,
    ended: false,
  }

  it.each<[string, Partial<EmployerFacts>]>([
    ['', {}],
    ['work-address', { email: 'owen@elsewhere.example' }],
    ['work-address', { email: 'owen@gmail.com', domains: ['gmail.com'] }],
    ['details', { legalName: null }],
    ['details', { site: 'http://hallamfoods.example' }],
    ['details', { country: null }],
    ['details', { contact: null }],
    ['approval', { approved: false }],
    ['opening', { hasApprovedOpening: false }],
    ['active', { ended: true }],
    ['work-address approval opening', { domains: [], approved: false, hasApprovedOpening: false }],
  ])('names %j', (missing, change) => {
    expect(missingRequirements({ ...facts, ...change }).join(' ')).toBe(missing)
  })

  it.each([
    [12 * 60, true],
    [12 * 60 + 1, false],
    [undefined, false],
  ])('takes a code of %s minutes ago: %s', (minutes, holds) => {
    const now = new Date('2026-11-22T12:00:00Z')
    const provenAt = minutes === undefined ? undefined : new Date(now.getTime() - minutes * 60_000)
    expect(isProvenToday(provenAt, now)).toBe(holds)
  })
})

describe('switches', () => {
  const badge = { credentialId: 'one' }

  it('are listed one by one', () => {
    const fields = {
      credentials: [{ ...badge, excerpt: 'x' }],
      remote: true as const,
      startMonth: '2027-01',
    }
    expect(switchesOf(fields)).toEqual(['credential:one', 'excerpt:one', 'remote', 'startMonth'])
  })

  it.each([
    ['other words', { credentials: [badge], headline: 'b' }, false],
    ['less', { credentials: [badge] }, false],
    ['a field more', { credentials: [badge], headline: 'a', summary: 'b' }, true],
    ['an excerpt more', { credentials: [{ ...badge, excerpt: 'x' }], headline: 'a' }, true],
    ['another badge', { credentials: [{ credentialId: 'two' }], headline: 'a' }, true],
  ])('%s: widens %s', (_, after, wider) => {
    expect(widens({ credentials: [badge], headline: 'a' }, after)).toBe(wider)
  })

  it('that every opening needs are reported when they are off', () => {
    expect(missingForSearch({ credentials: [], startMonth: '2027-01' })).toEqual(['hoursPerWeek'])
  })
})

it.each([
  ['a passage', 'the milk is in', true],
  ['a passage over a line break', 'is in,\n the bread', true],
  ['other words', 'the bread is in', false],
  ['a passage of two answers', 'not. Second', false],
])('takes %s as an excerpt: %s', (_, excerpt, own) => {
  expect(isPassageOf(['So: the milk is in, the bread is not.', 'Second answer.'], excerpt)).toBe(
    own,
  )
})
