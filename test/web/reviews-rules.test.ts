import { expect, test } from 'vitest'

import { proposedLevel } from '../../web/lib/review/proposed-level.ts'
import { reviewGaps } from '../../web/lib/review/gaps.ts'
import { rowsOf } from '../../web/mentor/coached.ts'
import { whyNotHigher } from '../../web/reviews/desk/why-not-higher.ts'
import { proposedLevel as proposedByTheWorker } from '../../worker/skills/rubric.ts'
import { aClaim, whole } from './support/reviews.ts'

const counts = { 1: 3, 2: 3, 3: 4, 4: 3 } as const
const idsOf = (level: 1 | 2 | 3 | 4) =>
  ['a', 'b', 'c', 'd'].slice(0, counts[level]).map((letter) => `${level}${letter}`)
const textOf = (level: 1 | 2 | 3 | 4) => ({
  words: '',
  indicators: Object.fromEntries(idsOf(level).map((id) => [id, id])),
})

test('the level proposed here is the one the Worker proposes, whatever is ticked', () => {
  const levels = ([1, 2, 3, 4] as const).map((level) => ({
    level,
    indicators: idsOf(level).map((id) => ({ id })),
  }))
  const texts = { levels: { 1: textOf(1), 2: textOf(2), 3: textOf(3), 4: textOf(4) } }
  const ids = levels.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  const differ = []
  for (let subset = 0; subset < 2 ** ids.length; subset++) {
    const ticked = ids.filter((_, at) => subset & (1 << at))
    if (proposedLevel(levels, ticked) !== proposedByTheWorker(texts, ticked)) differ.push(ticked)
  }
  expect(differ).toEqual([])
})

test('a tick above the proposed level says what the next level needs, and that is enough', () => {
  const levels = ([1, 2, 3, 4] as const).map((level) => ({
    level,
    indicators: level === 1 ? [] : idsOf(level).map((id) => ({ id })),
  }))
  const ids = levels.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  for (let subset = 0; subset < 2 ** ids.length; subset++) {
    const ticked = ids.filter((_, at) => subset & (1 << at))
    const proposed = proposedLevel(levels, ticked)
    const isAbove = ticked.some((id) => Number(id[0]) > proposed)
    const why = whyNotHigher(levels, ticked, proposed)
    expect(why === undefined, ticked.join(' ')).toBe(!isAbove)
    if (why === undefined) continue
    const next = idsOf((proposed + 1) as 2 | 3 | 4)
    const enough = proposed === 1 ? next.slice(0, 1) : next.slice(0, -1)
    expect(proposedLevel(levels, [...ticked, ...enough])).toBeGreaterThan(proposed)
  }
  expect(whyNotHigher(levels, ['2b'], 1)).toBe(
    'We suggest level 2 if you tick its first sign, or any two signs.',
  )
  expect(whyNotHigher(levels, ['2a', '3b'], 2)).toMatch(/^Level 3 needs the sign marked/)
})

test('a review is complete, or its gaps are listed in the order of the form', () => {
  const { version: _, ...review } = whole
  expect(reviewGaps(review, aClaim().criteria)).toEqual([])
  const ratings = review.ratings.map((rating) => ({
    ...rating,
    reason: '“Nine!” said to Joris, who has the lane until then',
  }))
  expect(reviewGaps({ ...review, ratings })).toEqual([{ field: 'alike', criterion: 'share' }])
  const [first] = review.ratings
  expect(
    reviewGaps({
      worked: 'short',
      tryNext: ' ',
      ratings: first ? [{ ...first, level: null, reason: '' }] : [],
    }),
  ).toEqual([
    { field: 'level', criterion: 'agree-the-work' },
    { field: 'reason', criterion: 'agree-the-work' },
    { field: 'worked' },
    { field: 'tryNext' },
  ])
})

test('a level above its ticks needs an explanation of the missing sign, until it is there or ticked', () => {
  const { criteria } = aClaim()
  const gapsOf = (change: object) =>
    reviewGaps(
      { ...whole, ratings: whole.ratings.map((rating) => ({ ...rating, ...change })) },
      criteria,
    ).map(({ field, criterion }) => `${field} ${criterion}`)
  expect(gapsOf({ indicators: ['3b', '3c'] })).toEqual([
    'aboveSigns agree-the-work',
    'aboveSigns share',
  ])
  expect(
    gapsOf({ indicators: [], aboveSigns: 'The note that stays on the door stands for it.' }),
  ).toEqual([])
  expect(gapsOf({ indicators: ['3a', '3c'] })).toEqual([])
  expect(gapsOf({ indicators: [], level: 1 })).toEqual([])
})

test('students who are stuck come first on a coach’s list', () => {
  const now = new Date('2026-11-25T12:00:00.000Z')
  const open = {
    challengeTitle: 'Hand to hand',
    skill: 'collaboration',
    state: 'open' as const,
    startedAt: '2026-11-24T12:00:00.000Z',
    handedInAt: null,
    promisedAt: null,
    decision: null,
  }
  const student = (name: string, attempt: typeof open | object | null) => ({
    studentId: name,
    name,
    seenWeek: null,
    badges: 0,
    attempt: attempt && { ...open, ...attempt },
  })
  const at = '2026-11-10T12:00:00.000Z'
  const rows = rowsOf(
    [
      student('Elif', { state: 'closed', decision: 'proficient', handedInAt: at }),
      student('Yusuf', {
        state: 'handed-in',
        handedInAt: at,
        promisedAt: '2026-11-26T12:00:00.000Z',
      }),
      student('Marisol', open),
      student('Siobhán', null),
      student('Mateus', { startedAt: at }),
      student('Kwabena', {
        state: 'handed-in',
        handedInAt: at,
        promisedAt: '2026-11-20T12:00:00.000Z',
      }),
    ],
    now,
  )
  expect(rows.map(({ student: { name }, progress }) => [name, progress])).toEqual([
    ['Kwabena', 'past-promise'],
    ['Mateus', 'stuck'],
    ['Siobhán', 'not-begun'],
    ['Marisol', 'under-way'],
    ['Yusuf', 'being-reviewed'],
    ['Elif', 'proficient'],
  ])
})
