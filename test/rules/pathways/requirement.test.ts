import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { Problem } from '../../../worker/foundation/call/problem.ts'
import { type Facts, evaluate } from '../../../worker/pathways/requirement/evaluate.ts'
import { parseRequirement } from '../../../worker/pathways/requirement/parse-requirement.ts'
import type { Requirement } from '../../../worker/pathways/requirement/requirement.ts'
import { agreesWithCases } from '../../support/cases.ts'

const anything = () => true

interface GivenFacts {
  credentials: Record<string, number>
  credit: number
  done: string[]
}

/** The cases name modules only, and only knowledge. */
const factsFrom = ({ credentials, credit, done }: GivenFacts): Facts => ({
  credentials: new Map(Object.entries(credentials)),
  alignments: new Set(),
  credit,
  done: {
    knowledge: new Set(done),
    challenge: new Set(),
    reflection: new Set(),
    'prior-learning': new Set(),
  },
  attested: [],
})

agreesWithCases<{ requirement: unknown; facts: GivenFacts }, unknown>(
  'requirement',
  ({ requirement, facts }, expected) => {
    expect(evaluate(parseRequirement(requirement, anything), factsFrom(facts))).toEqual(expected)
  },
)

agreesWithCases<{ requirement: unknown }, { problem: string }>(
  'requirement_refused',
  ({ requirement }, { problem }) => expect(refusalOf(requirement)).toBe(problem),
)

/** The type of the refusal, or what was read. */
function refusalOf(sent: unknown, isKnown: () => boolean = anything): unknown {
  try {
    return parseRequirement(sent, isKnown)
  } catch (error) {
    if (error instanceof Problem) return error.kind.type
    throw error
  }
}

const credits = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ kind: 'credit', minimum: from + index }))
const all = (of: unknown[]) => ({ kind: 'all-of', of })

describe('a requirement is refused by name', () => {
  it.each([
    ['not an object', 'credit', 'invalid-input'],
    ['nothing', null, 'invalid-input'],
    ['a member more', { kind: 'credit', minimum: 1, secret: 1 }, 'invalid-input'],
    ['level 2', { kind: 'credential', achievement: 'empathy', minimumLevel: 2 }, 'invalid-input'],
    ['241 credits', { kind: 'credit', minimum: 241 }, 'invalid-input'],
    ['a count of 0', { kind: 'at-least', count: 0, of: credits(2) }, 'invalid-input'],
    ['a count of 1.5', { kind: 'at-least', count: 1.5, of: credits(2) }, 'invalid-input'],
    ['no list', { kind: 'all-of' }, 'invalid-input'],
    ['21 in a group', all(credits(21)), 'invalid-input'],
    [
      '101 nodes',
      all([1, 2, 3, 4, 5].map((each) => all(credits(each === 5 ? 15 : 20)))),
      'invalid-input',
    ],
    ['an alignment that is no address', { kind: 'alignment', id: 'resilience' }, 'invalid-input'],
    [
      'the same thing twice, in another order',
      all([
        { kind: 'attested', title: 'Forklift licence', by: 'employer' },
        { kind: 'attested', by: 'employer', title: 'Forklift licence' },
      ]),
      'requirement-repeats',
    ],
  ])('%s', (_, sent, type) => expect(refusalOf(sent)).toBe(type))

  it('30,000 levels deep, without running out of stack', () => {
    let deep: unknown = { kind: 'credit', minimum: 1 }
    for (let level = 0; level < 30_000; level++) deep = all([deep])
    expect(refusalOf(deep)).toBe('requirement-too-deep')
  })

  it('if it asks for what does not exist, and only then', () => {
    expect(refusalOf(all(credits(2)), () => false)).toBe('requirement-unknown-target')
    expect(refusalOf(all([]), () => false)).toBe('requirement-empty')
  })
})

describe('a requirement at its limits is read', () => {
  it.each([
    ['five levels', all([all([all([all(credits(1))])])])],
    ['100 nodes', all([1, 2, 3, 4, 5].map((each) => all(credits(each === 5 ? 14 : 20))))],
    ['20 in a group', { kind: 'at-least', count: 20, of: credits(20) }],
    ['the same thing in two groups', all([all(credits(1)), all(credits(1))])],
    ['two levels of one badge', all([badge(3), badge(4)])],
    ['an ESCO address', { kind: 'alignment', id: 'http://data.europa.eu/esco/skill/b94686e3' }],
  ])('%s', (_, sent) => expect(refusalOf(sent)).toEqual(sent))
})

function badge(minimumLevel: number) {
  return { kind: 'credential', achievement: 'empathy', minimumLevel }
}

describe('a leaf holds', () => {
  const facts: Facts = {
    credentials: new Map([['empathy', 4]]),
    alignments: new Set(['https://skills.example/1']),
    credit: 12,
    done: {
      challenge: new Set(['hand-to-hand']),
      knowledge: new Set(['empathy']),
      reflection: new Set(['resilience']),
      'prior-learning': new Set(['initiative']),
    },
    attested: [{ title: 'Forklift licence', by: 'employer' }],
  }
  it.each<[Requirement, boolean]>([
    [{ kind: 'credential', achievement: 'empathy', minimumLevel: 4 }, true],
    [{ kind: 'credential', achievement: 'constructor' }, false],
    [{ kind: 'alignment', id: 'https://skills.example/1' }, true],
    [{ kind: 'alignment', id: 'https://skills.example/2' }, false],
    [{ kind: 'credit', minimum: 12 }, true],
    [{ kind: 'credit', minimum: 13 }, false],
    [{ kind: 'challenge', id: 'hand-to-hand' }, true],
    [{ kind: 'knowledge', id: 'empathy' }, true],
    // The knowledge of a skill is not its reflection.
    [{ kind: 'reflection', id: 'empathy' }, false],
    [{ kind: 'prior-learning', id: 'initiative' }, true],
    [{ kind: 'attested', title: 'Forklift licence', by: 'employer' }, true],
    [{ kind: 'attested', title: 'Forklift licence', by: 'programme' }, false],
  ])('%j: %s', (leaf, met) => expect(evaluate(leaf, facts).met).toBe(met))
})

const skill = fc.constantFrom('a', 'b', 'c', 'd')
const leaf = fc.oneof(
  fc.record({
    kind: fc.constant('credential'),
    achievement: skill,
    minimumLevel: fc.constantFrom(3, 4),
  }),
  fc.record({ kind: fc.constant('credit'), minimum: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('knowledge'), id: skill }),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .record({
        kind: fc.constantFrom('all-of', 'any-of', 'at-least'),
        of: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
        count: fc.integer({ min: 1, max: 4 }),
      })
      .map(({ kind, of, count }) =>
        kind === 'at-least' ? { kind, of, count: Math.min(count, of.length) } : { kind, of },
      ),
  ),
}))
const given = fc.record({
  credentials: fc.dictionary(skill, fc.constantFrom(3, 4)),
  credit: fc.integer({ min: 0, max: 9 }),
  done: fc.uniqueArray(skill),
})

/** Whether a requirement is met, worked out without counting steps. */
function isMet(requirement: Requirement, facts: Facts): boolean {
  switch (requirement.kind) {
    case 'all-of':
      return requirement.of.every((each) => isMet(each, facts))
    case 'any-of':
      return requirement.of.some((each) => isMet(each, facts))
    case 'at-least':
      return requirement.of.filter((each) => isMet(each, facts)).length >= requirement.count
    case 'credential':
      return (
        (facts.credentials.get(requirement.achievement) ?? 0) >= (requirement.minimumLevel ?? 3)
      )
    case 'credit':
      return requirement.minimum <= facts.credit
    case 'knowledge':
      return facts.done.knowledge.has(requirement.id)
    default:
      throw new Error(`No case for ${requirement.kind}.`)
  }
}

it('is met exactly if a plain evaluation says so: 20,000 random requirements', () => {
  let met = 0
  let read = 0
  fc.assert(
    fc.property(tree, given, (sent, facts) => {
      const requirement = refusalOf(sent)
      // A random tree can repeat a leaf in a group, which is refused.
      if (typeof requirement === 'string') {
        expect(requirement).toBe('requirement-repeats')
        return
      }
      const answer = evaluate(requirement as Requirement, factsFrom(facts))
      const plain = isMet(requirement as Requirement, factsFrom(facts))
      expect([answer.met, answer.steps === 0]).toEqual([plain, plain])
      expect(answer.missing).toHaveLength(answer.steps)
      read += 1
      if (plain) met += 1
    }),
    { numRuns: 30_000 },
  )
  expect(read).toBeGreaterThan(20_000)
  expect(met).toBeGreaterThan(2_000)
  expect(read - met).toBeGreaterThan(2_000)
})

it('is met once what it names as missing is there, and not before', () => {
  fc.assert(
    fc.property(tree, given, (sent, facts) => {
      const requirement = refusalOf(sent)
      if (typeof requirement === 'string') return
      const { missing } = evaluate(requirement as Requirement, factsFrom(facts))
      const more: GivenFacts = structuredClone(facts)
      for (const each of missing) {
        if (each.kind === 'credential')
          more.credentials[each.achievement] = Math.max(
            more.credentials[each.achievement] ?? 0,
            each.minimumLevel ?? 3,
          )
        if (each.kind === 'credit') more.credit = Math.max(more.credit, each.minimum)
        if (each.kind === 'knowledge') more.done.push(each.id)
      }
      expect(evaluate(requirement as Requirement, factsFrom(more)).met).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
