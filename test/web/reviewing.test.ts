import { beforeEach, expect, test } from 'vitest'

import Reviewing from '../../web/reviews/figures/Reviewing.svelte'
import type { Figures, ReviewFigures } from '../../web/reviews/figures/figures.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const some: Figures = {
  distances: { same: 29, one: 15, more: 4 },
  difference: -0.4,
  isCorrected: true,
  kappa: 0.62,
  isSetAside: false,
  lookAgain: {
    name: 'Share what you know',
    skill: 'collaboration',
    known: 3,
    given: 2.3,
    rubric: '/rubrics/collaboration/abc',
  },
}

const open = (more: Partial<ReviewFigures>) =>
  openPage(
    Reviewing,
    {},
    {
      session: aSession([aMembership(more.role === 'mentor' ? 'mentor' : 'student')]),
      first: {
        '/api/review-figures': {
          role: 'peer',
          asOf: '2026-11-30T00:00:00.000Z',
          nextAt: '2026-12-07T00:00:00.000Z',
          anchored: 12,
          needed: 4,
          figures: some,
          ...more,
        },
      },
    },
  )

test('a reviewer sees how close and how strict they are, and what to read again', async () => {
  const page = await open({})
  await expect
    .element(page.getByText('Of your 48 levels, 29 were the same as the known level.'))
    .toBeVisible()
  await expect
    .element(page.getByText(/levels are lower than the known levels by 0\.4/))
    .toBeVisible()
  await expect.element(page.getByText(/We correct scores for this/)).toBeVisible()
  await expect
    .element(page.getByText(/known level was 3 \(proficient\), you gave 2\.3/))
    .toBeVisible()
  const link = page.getByRole('link', { name: 'Read the levels in the rubric' })
  await expect.element(link).toHaveAttribute('href', '/rubrics/collaboration/abc')
  await expect.element(page.getByText(/do not count in results/)).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('too little evidence is said, with what counts', async () => {
  const page = await open({ anchored: 2, figures: null })
  await expect
    .element(page.getByRole('heading', { name: 'Not enough reviews to compare yet' }))
    .toBeVisible()
  await expect.element(page.getByText(/So far, 2 of your reviews .* With 4 or more/)).toBeVisible()
  await expect.element(page.getByText(/a mentor reviews the same answer as you/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('who is set aside is told so, that comments still go out, and what helps', async () => {
  const page = await open({ figures: { ...some, isSetAside: true } })
  await expect
    .element(page.getByText('Your levels do not count in results at the moment'))
    .toBeVisible()
  await expect.element(page.getByText(/Students still get your comments/)).toBeVisible()
  await expect.element(page.getByText(/judge the practice answers again/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a mentor is told that nothing is allowed for', async () => {
  const page = await open({
    role: 'mentor',
    figures: { ...some, difference: 0.2, isCorrected: false },
  })
  await expect
    .element(page.getByText(/levels are higher than the known levels by 0\.2/))
    .toBeVisible()
  await expect.element(page.getByText(/do not correct a mentor’s levels for this/)).toBeVisible()
})
