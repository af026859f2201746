import { expect, it } from 'vitest'

import { reviewsOwed } from '../../../worker/scenarios/catalogue/reviews-owed.ts'
import { cataloguePage, minutesForReviews } from '../../../worker/scenarios/catalogue/catalogue.ts'
import { aPublication } from '../../support/small-challenge.ts'

it('promises before the start what the later rooms then ask for', () => {
  const { version } = aPublication()
  const { price } = cataloguePage(version.challenge, 'a'.repeat(64), version.rubric)
  expect(price).toEqual({
    minutesToPlay: 11,
    reviewsOwed: reviewsOwed(1),
    reviewMinutes: minutesForReviews(reviewsOwed(1)),
    daysToDecision: 7,
    againAfterDays: 30,
  })
})
