import { describe, expect, it } from 'vitest'

import type { RevisionPart } from '../../../worker/interviews/edition/edition.ts'
import { whyNotSent } from '../../../worker/interviews/edition/edition.ts'
import { whyNotAsked } from '../../../worker/interviews/request/request.ts'
import { isTooSoon, slotsOf } from '../../../worker/interviews/slot/slot.ts'

const pay = { minimum: 13, maximum: 14, currency: 'GBP', period: 'hour' as const }
const opening = {
  title: 'Shift assistant',
  duties: 'Run the evening shift.',
  pay,
  hoursPerWeek: 24,
  startMonth: '2027-01',
  contract: 'permanent' as const,
  place: { name: 'Leeds', country: 'GB' },
  remote: false,
}
const content = {
  ...opening,
  format: 'video' as const,
  minutes: 40,
  interviewers: [{ name: 'Owen Bramley', title: 'Shift lead' }],
  next: 'You hear within five days.',
  promptedBy: ['empathy'],
  slots: [],
}

describe('a wording', () => {
  it.each<[string, object, RevisionPart[], string | undefined]>([
    ['as the opening', {}, [], undefined],
    ['with better pay', { pay: { ...pay, maximum: 15 } }, [], undefined],
    ['without pay', { pay: undefined }, [], 'pay-required'],
    ['with less pay', { pay: { ...pay, minimum: 12.99 } }, [], 'pay-under-opening'],
    [
      'with less pay, though pay was asked about',
      { pay: { ...pay, minimum: 12 } },
      ['pay'],
      'pay-under-opening',
    ],
    ['with other hours', { hoursPerWeek: 20 }, [], 'differs-from-opening'],
    ['with other hours, as asked', { hoursPerWeek: 20 }, ['hours'], undefined],
    ['remote unasked', { remote: true }, ['hours'], 'differs-from-opening'],
    ['remote, as asked', { remote: true }, ['place'], undefined],
    ['with another start, as asked', { startMonth: '2027-02' }, ['time'], undefined],
    ['for a badge that is not there', { promptedBy: ['resilience'] }, [], 'invalid-input'],
  ])('%s', (_, change, asked, problem) => {
    const refusal = whyNotSent({ ...content, ...change }, { opening, asked, skills: ['empathy'] })
    expect(refusal?.kind.type).toBe(problem)
  })
})

describe('times on offer', () => {
  const now = new Date('2026-11-20T09:00:00Z')
  const at = (local: string) => [{ local, zone: 'Europe/London' }]

  it.each([
    ['2026-11-20T11:00', true],
    ['2026-11-20T10:55', false],
    ['2027-01-19T09:00', true],
    ['2027-01-19T09:05', false],
    ['2026-12-01T09:03', false],
  ])('%s is offered: %s', (local, fits) => {
    const offer = () => slotsOf(at(local), 40, now)
    if (fits)
      expect(offer()[0]?.endsAt.getTime()).toBe((offer()[0]?.startsAt.getTime() ?? 0) + 2_400_000)
    else expect(offer).toThrow('from two hours to sixty')
  })

  it('returns both instants of an hour that the clocks repeat', () => {
    const offer = () =>
      slotsOf([{ local: '2026-10-25T01:30', zone: 'Europe/London' }], 40, new Date('2026-10-20'))
    expect(offer).toThrow(
      expect.objectContaining({
        detail: 'It is 2026-10-25T00:30:00.000Z or 2026-10-25T01:30:00.000Z.',
      }),
    )
  })

  it('can be taken until two hours before', () => {
    expect(isTooSoon(new Date('2026-11-20T11:00:00Z'), now)).toBe(false)
    expect(isTooSoon(new Date('2026-11-20T10:59:59Z'), now)).toBe(true)
  })
})

describe('asking once more', () => {
  const now = new Date('2026-11-20T09:00:00Z')
  const ended = (state: 'declined' | 'withdrawn', days: number, openingId = 'other') => {
    const endedAt = new Date(now.getTime() - days * 86_400_000)
    return { state, openingId, endedAt, endedBy: null }
  }

  it.each([
    ['nothing before', [], undefined],
    [
      'one that lives',
      [{ state: 'draft' as const, openingId: 'other', endedAt: null, endedBy: null }],
      'live',
    ],
    ['a no a month ago', [ended('declined', 30)], undefined],
    ['a no not yet a month ago', [ended('declined', 29.9)], 'too-soon'],
    [
      'a no for this opening, ever',
      [ended('declined', 900, 'this'), ended('withdrawn', 60)],
      'too-soon',
    ],
    ['a withdrawal a week ago', [ended('withdrawn', 7, 'this')], undefined],
  ])('after %s', (_, earlier, refusal) => {
    expect(whyNotAsked(earlier, 'this', now)).toBe(refusal)
  })
})
