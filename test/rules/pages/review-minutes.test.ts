import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { owedView } from '../../../worker/reviews/standing/owed.ts'
import {
  firstReviewMinutes,
  minutesForReviews,
  minutesPerReview,
} from '../../../worker/scenarios/catalogue/catalogue.ts'

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
      new RegExp(
        `bout ${firstReviewMinutes} minutes (each )?at first, then about ${minutesPerReview}`,
      ),
    )
  },
)

it.each([
  ['reviews', 'reviews_owed_minutes'],
  ['student', 'student_owed_left'],
  ['student', 'student_price_owed'],
  ['pages', 'pages_challenge_price_reviews'],
])('%s.json: %s says the minutes of several reviews as all others do', (file, key) => {
  expect(wordsOf(file, key)).toMatch(/\babout \{minutes\} minutes (left|in total)\b/i)
})

it('says how many reviews are left in the same words on every page', () => {
  const inChallenge = JSON.stringify(wordsOf('student', 'student_owed_given'))
  expect(inChallenge.replaceAll(' in this challenge', ', counting all your challenges')).toBe(
    JSON.stringify(wordsOf('reviews', 'reviews_owed_count')),
  )
  expect(wordsOf('student', 'student_owed_left')).toBe(wordsOf('reviews', 'reviews_owed_minutes'))
})

it.each([
  [1, 0, 10, 'the first review, as the texts say'],
  [5, 0, 25, 'the first and four later ones'],
  [1, 1, 4, 'one later review'],
  [2, 3, 8, 'two later reviews'],
  [0, 5, 0, 'nothing left'],
])('%i reviews after %i take about %i minutes: %s', (count, given, minutes) => {
  expect(minutesForReviews(count, given)).toBe(minutes)
})

it('pages get the minutes that are left from the same rule', () => {
  expect(owedView({ given: 0, owed: 5, waiting: 5 }).minutesLeft).toBe(minutesForReviews(5))
  expect(owedView({ given: 1, owed: 5, waiting: 1 }).minutesLeft).toBe(minutesForReviews(1, 1))
})
