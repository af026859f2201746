import { describe, expect, it } from 'vitest'

import { isOver, mayStartAgainAt } from '../../../worker/attempts/attempt/attempt.ts'
import { whyNotStart } from '../../../worker/attempts/attempt/why-not-start.ts'
import { distinctShare, wordsChanged, wordsOf } from '../../../worker/attempts/submission/words.ts'

const at = (text: string) => new Date(text)
const start = at('2026-03-01T10:00:00.000Z')

describe('the calendar of an attempt', () => {
  it.each([
    ['a second before its end', '2026-03-31T09:59:59.000Z', false],
    ['at its end, with a minute of grace', '2026-03-31T10:00:59.999Z', false],
    ['when the minute is over', '2026-03-31T10:01:00.000Z', true],
  ])('%s: over is %s', (_, now, over) => {
    expect(isOver({ closesAt: at('2026-03-31T10:00:00.000Z') }, at(now))).toBe(over)
  })

  it.each([
    [
      'handed in: thirty days from then',
      'handed-in',
      at('2026-03-05T08:00:00.000Z'),
      at('2026-04-04T08:00:00.000Z'),
    ],
    [
      'closed: from the hand-in too',
      'closed',
      at('2026-03-05T08:00:00.000Z'),
      at('2026-04-04T08:00:00.000Z'),
    ],
    ['lapsed: at once', 'lapsed', at('2026-03-31T10:01:00.000Z'), undefined],
    ['open: never by the calendar', 'open', null, undefined],
  ] as const)('again, %s', (_, state, endedAt, again) => {
    expect(mayStartAgainAt({ state, endedAt })).toEqual(again)
  })
})

describe('beginning a challenge', () => {
  const challenge = { id: 'two-boxes', skill: 'collaboration' }
  const attempt = (
    challengeId: string,
    state: 'open' | 'handed-in' | 'lapsed',
    endedAt: Date | null = null,
    skill = 'collaboration',
  ) => ({ id: challengeId, challengeId, skill, state, endedAt })

  it.each([
    ['with nothing before', [], undefined],
    ['while it is open', [attempt('two-boxes', 'open')], 'attempt-open'],
    ['while another is open', [attempt('one', 'open')], undefined],
    [
      'while two others of the skill are',
      [attempt('one', 'open'), attempt('two', 'open')],
      'attempt-open',
    ],
    [
      'while two of another skill are',
      [attempt('one', 'open', null, 'empathy'), attempt('two', 'open', null, 'empathy')],
      undefined,
    ],
    [
      '29 days after handing it in',
      [attempt('two-boxes', 'handed-in', at('2026-01-31T10:00:01.000Z'))],
      'attempt-too-early',
    ],
    [
      '30 days after',
      [attempt('two-boxes', 'handed-in', at('2026-01-30T10:00:00.000Z'))],
      undefined,
    ],
    [
      'right after it lapsed',
      [attempt('two-boxes', 'lapsed', at('2026-03-01T09:59:00.000Z'))],
      undefined,
    ],
  ])('%s', (_, earlier, type) => {
    expect(whyNotStart(challenge, earlier, start)?.kind.type).toBe(type)
  })

  it('says when it may be begun again', () => {
    const earlier = [attempt('two-boxes', 'handed-in', at('2026-02-20T10:00:00.000Z'))]
    expect(whyNotStart(challenge, earlier, start)?.members).toEqual({
      againAt: '2026-03-22T10:00:00.000Z',
    })
  })
})

describe('words', () => {
  it.each([
    ['', 0],
    ['   \n\t ', 0],
    ['one', 1],
    ['  one  two\nthree\u00a0four ', 4],
    ['re-read it – twice', 4],
  ])('of %j are %i', (text, count) => {
    expect(wordsOf(text)).toHaveLength(count)
  })

  it.each([
    ['', 1],
    ['go go go go', 0.25],
    ['Go go on', 2 / 3],
    ['all of these differ', 1],
  ])('of %j are different ones by %d', (text, share) => {
    expect(distinctShare(text)).toBeCloseTo(share, 9)
  })

  it.each([
    ['the same text', 'a b c', 'a b c', 0],
    ['the same words in another order', 'a b c', 'c a b', 0],
    ['a word replaced', 'a b c', 'a b d', 1],
    ['words added', 'a b', 'a b c d', 2],
    ['words taken away', 'a b c d', 'a b', 2],
    ['a word said twice instead of once', 'a b', 'a a b', 1],
    ['more added than taken away', 'a b c', 'a x y z', 3],
    ['everything', 'a b', 'c d', 2],
  ])('changed by %s', (_, before, after, changed) => {
    expect(wordsChanged(before, after)).toBe(changed)
  })
})
