import { expect, test } from 'vitest'

import { isUnder16 } from '../../web/account/sign-in/person.ts'
import { isOfAge, minimumYears } from '../../worker/accounts/account/age.ts'

test('the page warns of exactly the years and months that the server refuses', () => {
  const now = new Date('2026-11-29T12:00:00Z')
  let refused = 0
  for (let birthYear = 2006; birthYear <= 2016; birthYear += 1) {
    for (const birthMonth of [null, 1, 6, 10, 11, 12]) {
      const tooYoung = !isOfAge(minimumYears, { birthYear, birthMonth }, now)
      if (tooYoung) refused += 1
      expect(isUnder16(birthYear, birthMonth, now), `${birthYear}-${birthMonth}`).toBe(tooYoung)
    }
  }
  expect(refused).toBeGreaterThan(20)
})
