import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { minutesPerReview } from '../../../worker/scenarios/catalogue/catalogue.ts'

/** People need 7 to 15 minutes for their first review of a challenge. */
const firstReviewMinutes = 10

const texts: [file: string, key: string][] = [
  ['account', 'account_join_open_mentor_hint'],
  ['account', 'account_invitation_lead_mentor'],
  ['mails', 'mails_work_waits_more'],
  ['mails', 'mails_work_practice_more'],
  ['pages', 'pages_landing_mentors_text'],
  ['pages', 'pages_mentors_time_text'],
  ['reviews', 'reviews_minutes_each'],
  ['reviews', 'reviews_home_waiting_fine'],
  ['student', 'student_next_owed'],
]

const wordsOf = (file: string, key: string) =>
  JSON.parse(readFileSync(`web/messages/en/${file}.json`, 'utf8'))[key]

it.each(texts)(
  '%s.json: %s says how long the first reviews take, as all others do',
  (file, key) => {
    const words = wordsOf(file, key)
    expect(words).toMatch(
      new RegExp(`bout ${firstReviewMinutes} minutes (each )?at first, and less later`),
    )
  },
)

it.each([
  ['reviews', 'reviews_owed_minutes'],
  ['student', 'student_price_owed'],
])('%s.json: %s promises no more than the calculations, which count later reviews', (file, key) => {
  expect(minutesPerReview).toBeLessThan(firstReviewMinutes)
  expect(wordsOf(file, key)).toMatch(/\bat least \{minutes\} minutes/i)
})
