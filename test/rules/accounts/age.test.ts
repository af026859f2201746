import { expect, it } from 'vitest'

import { adultFrom, isAdult } from '../../../worker/accounts/account/age.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  today: string
  birthYear: number
  birthMonth: number | null
}

agreesWithCases<Case, { adult: boolean }>('adult', ({ today, ...birth }, { adult }) => {
  expect(isAdult(birth, new Date(`${today}T12:00:00Z`))).toBe(adult)
})

it('does not count a person with unknown year of birth as an adult', () => {
  expect(isAdult({ birthYear: null, birthMonth: null }, new Date('2026-11-22'))).toBe(false)
})

it.each([
  [2009, 3, '2027-04-01'],
  [2009, 12, '2028-01-01'],
  [2009, null, '2028-01-01'],
])(
  'says from which day somebody born in %d, month %s, is an adult',
  (birthYear, birthMonth, day) => {
    const birth = { birthYear, birthMonth }
    const from = new Date(`${day}T00:00:00.000Z`)
    expect(adultFrom(birth)).toEqual(from)
    expect(isAdult(birth, from)).toBe(true)
    expect(isAdult(birth, new Date(from.getTime() - 1))).toBe(false)
  },
)
