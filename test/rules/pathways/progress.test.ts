import { expect, it } from 'vitest'

import { type Step, inOrder } from '../../../worker/pathways/pathway/pathway-body.ts'
import { type History, factsOf } from '../../../worker/pathways/progress/history.ts'
import { type Playable, minutesOf, taskOf } from '../../../worker/pathways/progress/play-time.ts'
import { progressOf } from '../../../worker/pathways/progress/progress.ts'

const badge = (achievement: string) => ({ kind: 'credential', achievement }) as const
const aStep = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: id,
  requirement: badge(id),
  credit: 0,
  after: [],
  ...more,
})
type Credential = History['credentials'][number]
const held = (skill: string, more: Partial<Credential> = {}): Credential => ({
  skill,
  lineageId: 'l',
  level: 3,
  validUntil: null,
  revokedAt: null,
  alignments: [],
  ...more,
})
const historyOf = (...credentials: Credential[]): History => ({
  credentials,
  proficient: [],
  attestations: [],
})
const progress = (steps: Step[], history: History) =>
  progressOf(steps, factsOf(history, { organizationId: 'o', since: 100 }))
const states = (steps: Step[], history: History) =>
  progress(steps, history).steps.map(({ step, state }) => `${step.id} ${state}`)

it('lists each step after those that come before it, and leaves out a circle', () => {
  const ids = (steps: Step[]) => inOrder(steps).map(({ id }) => id)
  expect(ids([aStep('a', { after: ['c'] }), aStep('b'), aStep('c')])).toEqual(['b', 'c', 'a'])
  const circle = [aStep('a', { after: ['b'] }), aStep('b', { after: ['a'] }), aStep('c')]
  expect(ids(circle)).toEqual(['c'])
})

it('says what is next, and does not wait where somebody has met a later step already', () => {
  const steps = [aStep('a'), aStep('b', { after: ['a'] }), aStep('c', { after: ['b'] })]
  expect(states(steps, historyOf(held('b')))).toEqual(['a next', 'b done', 'c next'])
  expect(states(steps, historyOf())).toEqual(['a next', 'b later', 'c later'])
})

it('finishes a step by the credit of others, in whatever order they stand', () => {
  const total = aStep('total', { requirement: { kind: 'credit', minimum: 5 }, credit: 1 })
  const more = aStep('more', { requirement: { kind: 'credit', minimum: 6 } })
  const steps = [more, total, aStep('a', { credit: 3 }), aStep('b', { credit: 2 })]
  const { credit, steps: done } = progress(steps, historyOf(held('a'), held('b')))
  expect(credit).toBe(6)
  expect(done.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

it.each([
  ['valid', {}, 'done', false],
  ['expired on the pathway', { validUntil: 101 }, 'done', false],
  ['expired before', { validUntil: 100 }, 'next', false],
  ['revoked on the pathway', { revokedAt: 101 }, 'next', true],
  ['revoked before', { revokedAt: 100 }, 'next', false],
] as const)('a badge that is %s', (_, more, state, reopened) => {
  const [step] = progress([aStep('a')], historyOf(held('a', more))).steps
  expect(step).toMatchObject({ state, reopened })
})

it('counts what an admin confirmed only in their own programme', () => {
  const step = aStep('a', {
    requirement: { kind: 'attested', title: 'First aid', by: 'programme' },
  })
  const attested = (organizationId: string) => ({
    ...historyOf(),
    attestations: [{ organizationId, title: 'First aid', endedAt: null }],
  })
  expect(states([step], attested('o'))).toEqual(['a done'])
  expect(states([step], attested('other'))).toEqual(['a next'])
})

const playable: Playable[] = [
  { id: 'long', title: 'Long', skill: 'empathy', minutes: 40 },
  { id: 'short', title: 'Short', skill: 'empathy', minutes: 20 },
]

it('takes the time of the shortest challenge and of the reviews owed for it, once', () => {
  const task = taskOf(badge('empathy'), playable)
  // Five reviews: 4 minutes each, the first 10, rounded to five.
  expect(task).toMatchObject({ challenge: { id: 'short', title: 'Short' }, minutes: 20 + 25 })
  expect(minutesOf([task, task])).toBe(45)
  expect(minutesOf([task, taskOf({ kind: 'challenge', id: 'long' }, playable)])).toBe(45 + 65)
})

it('knows no time for what is done elsewhere, or without a challenge', () => {
  const elsewhere = taskOf({ kind: 'attested', title: 'First aid', by: 'programme' }, playable)
  expect(minutesOf([elsewhere, taskOf(badge('initiative'), playable)])).toBe(null)
})
