import { describe, expect, it } from 'vitest'

import { delayOf, whyOpen } from '../../../worker/scoring/delay/result-delay.ts'

const now = new Date('2026-12-01T12:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

/** Decided a day ago; the author owes five reviews, has given two, and work waits. */
const delayed = { owed: 5, idleSince: null, opensAt: hours(6 * 24), openedAt: null }
const author = { isStudent: true, given: 2, settled: 2, lastGivenAt: hours(-3), workWaits: true }

describe('a full result', () => {
  it.each([
    ['owes reviews, and work waits', {}, {}, undefined],
    ['has done all of them', {}, { settled: 5 }, 'done'],
    ['has done all, and the last can be undone', {}, { settled: 4, given: 5 }, undefined],
    ['had nothing to review for 47 hours', { idleSince: hours(-47) }, {}, undefined],
    ['had nothing to review for 48 hours', { idleSince: hours(-48) }, {}, 'idle'],
    ['was decided on seven days ago', { opensAt: now }, {}, 'time'],
    ['has left the programme', {}, { isStudent: false }, 'left'],
  ] as const)('of an author who %s', (_, changed, did, why) => {
    expect(whyOpen({ ...delayed, ...changed }, { ...author, ...did }, now)).toBe(why)
  })

  it.each([
    ['reviews that are left', {}, {}, 'reviews', hours(6 * 24)],
    ['an end of the idle time', { idleSince: hours(-40) }, { workWaits: false }, 'work', hours(8)],
    [
      'the end of the week, if that is sooner',
      { idleSince: hours(-1), opensAt: hours(3) },
      { workWaits: false },
      'work',
      hours(3),
    ],
    [
      'the end of the undo',
      {},
      { given: 5, settled: 4, lastGivenAt: new Date(now.getTime() - 20_000) },
      'undo',
      new Date(now.getTime() + 40_000),
    ],
  ] as const)('waits for %s', (_, changed, did, waitsFor, opensAt) => {
    const delay = delayOf({ ...delayed, ...changed }, { ...author, ...did }, now)
    expect(delay).toMatchObject({ waitsFor, opensAt: opensAt.toISOString() })
  })

  it('says “2 of 5, about 12 minutes left”', () => {
    expect(delayOf(delayed, author, now)).toMatchObject({ done: 2, owed: 5, minutesLeft: 12 })
  })

  it('that was opened stays open, also if its author hands in again and owes more', () => {
    expect(delayOf({ ...delayed, openedAt: hours(-1) }, author, now)).toBeNull()
  })
})
