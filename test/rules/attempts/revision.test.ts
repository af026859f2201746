import { describe, expect, it } from 'vitest'

import { hasLater, reviseUntil } from '../../../worker/attempts/attempt/revision.ts'
import { isChangeable } from '../../../worker/attempts/round/changeable.ts'
import { whyNotRevise } from '../../../worker/attempts/round/why-not-revise.ts'

const readableAt = new Date('2026-11-02T22:30:00Z')
const closed = { state: 'closed', number: 1, openCriteria: ['listen'], readableAt } as const

describe('the time for another round', () => {
  it.each([
    ['Europe/London', '2026-12-02T23:59:59.999Z'],
    // There it is the third of November already.
    ['Asia/Tokyo', '2026-12-03T14:59:59.999Z'],
  ])('ends with the thirtieth day in %s', (zone, until) => {
    expect(reviseUntil(closed, zone)?.toISOString()).toBe(until)
  })

  it.each([
    ['while the round is open', { ...closed, state: 'open' as const }],
    ['after the third', { ...closed, number: 3 }],
    ['if all is proved', { ...closed, openCriteria: [] }],
    ['before the comments can be read', { ...closed, readableAt: null }],
  ])('does not begin %s', (_, round) => {
    expect(reviseUntil(round, 'UTC')).toBeUndefined()
  })
})

describe('a further round', () => {
  const until = new Date('2026-12-02T23:59:59.999Z')
  const attempt = { id: 'a', state: 'closed' } as const
  it.each([
    ['in its time', attempt, until, '2026-12-02T23:59:00Z', undefined],
    ['in the minute of grace', attempt, until, '2026-12-03T00:00:30Z', undefined],
    ['after its time', attempt, until, '2026-12-03T00:02:00Z', 'revision-over'],
    ['without one', attempt, undefined, '2026-11-03T00:00:00Z', 'no-further-round'],
    [
      'while one is open',
      { ...attempt, state: 'open' },
      until,
      '2026-11-03T00:00:00Z',
      'attempt-open',
    ],
    [
      'while it is judged',
      { ...attempt, state: 'handed-in' },
      until,
      '2026-11-03T00:00:00Z',
      'no-further-round',
    ],
  ] as const)('%s', (_, own, end, now, problem) => {
    expect(whyNotRevise(own, end, new Date(now))?.kind.type).toBe(problem)
  })
})

it.each([
  ['plan', ['listen'], true],
  ['plan', ['ask'], false],
  ['after', ['ask', 'listen'], true],
  ['unknown', ['listen'], false],
])('an answer to %s can change for %s: %s', (promptId, open, can) => {
  const prompt = (evidences: string[]) => ({
    ask: '',
    words: [1, 2] as [number, number],
    evidences,
  })
  const prompts = { plan: prompt(['listen', 'plan']), after: prompt(['ask']) }
  expect(isChangeable({ prompts }, promptId, open)).toBe(can)
})

it('a later attempt is one at the same challenge', () => {
  const at = (id: string, challengeId: string, day: number) => ({
    id,
    challengeId,
    startedAt: new Date(Date.UTC(2026, 10, day)),
  })
  const first = at('1', 'boxes', 1)
  expect(hasLater(first, [first, at('2', 'boxes', 3)])).toBe(true)
  expect(hasLater(first, [first, at('2', 'milk', 3)])).toBe(false)
  expect(hasLater(at('2', 'boxes', 3), [first])).toBe(false)
})
