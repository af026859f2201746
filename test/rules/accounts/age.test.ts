import { expect, it } from 'vitest'

import { isAdult } from '../../../worker/accounts/account/age.ts'
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
