import { expect, test } from 'vitest'
import { page } from 'vitest/browser'

import { isUnder16 } from '../../web/account/sign-in/person.ts'
import TooYoung from '../../web/account/sign-in/TooYoung.svelte'
import { isOfAge, minimumYears } from '../../worker/accounts/account/age.ts'
import { openPage } from './support/open-page.ts'

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

test('the page for people under 16 says nothing untrue to a stranger who opens its address', async () => {
  await openPage(TooYoung, {}, { session: null })
  await expect
    .element(page.getByText(/^If you have just told us that you are under 16, we have deleted/))
    .toBeVisible()
  for (const untrue of [/cannot let you in/, /^We deleted your account/])
    expect(page.getByText(untrue).elements()).toHaveLength(0)
})
