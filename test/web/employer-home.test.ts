import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import WaitingEmployer from '../../web/admin/approval/WaitingEmployer.svelte'
import AdminHome from '../../web/admin/home/Home.svelte'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import RecruiterHome from '../../web/recruiter/home/Home.svelte'
import { anOpening, aRequest, organization } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  serverTime.learn('2026-11-25T18:00:00.000Z')
})

const homes = [
  ['the admin', AdminHome, aSession([aMembership('admin', { kind: 'employer' })])],
  ['the recruiter', RecruiterHome, aSession([aMembership('recruiter')])],
] as const

const open = ([, home, session]: (typeof homes)[number], employer: object) =>
  openPage(
    home,
    {},
    {
      session,
      first: {
        '/api/organization': { ...organization, ...employer },
        '/api/openings': { openings: [anOpening()] },
        '/api/interview-requests': { side: 'employer', requests: [] },
      },
    },
  )

test.each(homes)(
  '%s sees on the home page when the approval ended, and what happens',
  async (...home) => {
    await open(home, { approvedUntil: '2026-11-20T12:00:00.000Z' })
    await expect.element(page.getByText(/approval ended on .*20.*2026/)).toBeVisible()
    await expect.element(page.getByText(/You do not have to apply again/)).toBeVisible()
    expect(await violations()).toEqual([])
  },
)

test.each(homes)('%s sees nothing of it while the approval lasts', async (...home) => {
  await open(home, { approvedUntil: '2026-11-26T12:00:00.000Z' })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(page.getByText(/approval ended/)).not.toBeInTheDocument()
})

test.each(homes)('%s sees why the organization was not approved', async (...home) => {
  await open(home, { state: 'declined', declinedBecause: 'No such company is registered.' })
  await expect.element(page.getByText(/No such company is registered\./)).toBeVisible()
})

describe('a recruiter a year on', () => {
  const at = (state: 'scheduled' | 'declined', startsAt: string | null, createdAt: string) => ({
    // A request that nobody here has opened.
    ...aRequest({ id: crypto.randomUUID(), state, createdAt, answerBy: null, isRead: false }),
    startsAt,
    endsAt: startsAt,
  })
  const openHome = (request: object) =>
    openPage(
      RecruiterHome,
      {},
      {
        session: homes[1][2],
        first: {
          '/api/organization': organization,
          '/api/openings': { openings: [anOpening()] },
          '/api/interview-requests': { side: 'employer', requests: [request] },
        },
      },
    )

  test('is asked whether a past interview took place, with its year', async () => {
    await openHome(at('scheduled', '2025-11-28T10:00:00.000Z', '2025-11-10T10:00:00.000Z'))
    await expect.element(page.getByRole('link', { name: 'Say if it took place' })).toBeVisible()
    await expect.element(page.getByText(/28.* 2025/).first()).toBeVisible()
    await expect.element(page.getByText(/you have an answer/)).not.toBeInTheDocument()
  })

  test('is not led to an answer of last year', async () => {
    await openHome(at('declined', null, '2025-11-10T10:00:00.000Z'))
    await expect.element(page.getByRole('heading', { name: 'Ended' })).toBeVisible()
    await expect.element(page.getByText(/you have an answer/)).not.toBeInTheDocument()
  })

  test('is led to one that is new', async () => {
    await openHome(at('scheduled', '2026-11-28T10:00:00.000Z', '2026-11-10T10:00:00.000Z'))
    await expect.element(page.getByText(/you have an answer/)).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Ended' })).not.toBeInTheDocument()
  })
})

test.each([
  ['2026-11-20T12:00:00.000Z', /The approval ended on .*20.*2026/],
  ['2026-12-05T12:00:00.000Z', /The approval ends on .*5.*2026/],
])('the operator sees that an approval until %s ended, or will', async (approvedUntil, words) => {
  const employer = {
    id: '2b6492ca-cfad-4cbc-9c53-22ca63fd6fdb',
    version: 1,
    name: 'Harbourline',
    legalName: 'Harbourline Ltd',
    site: 'https://harbourline.example',
    country: 'GB',
    contact: 'Anneke Visser',
    domains: ['harbourline.example'],
    appliedAt: '2026-01-04T12:00:00.000Z',
    isRenewal: true,
    approvedUntil,
    sameDomain: [],
  }
  await openPage(WaitingEmployer, { employer }, { session: homes[0][2] })
  await expect.element(page.getByText(words)).toBeVisible()
})

test('the operator is warned of a second application and of a site elsewhere', async () => {
  const employer = {
    id: '2b6492ca-cfad-4cbc-9c53-22ca63fd6fdb',
    version: 1,
    name: 'Bright Bakery',
    legalName: 'Bright Bakery Ltd',
    site: 'https://www.elsewhere.example',
    country: 'GB',
    contact: 'Anneke Visser',
    domains: ['bakery.example'],
    appliedAt: '2026-01-04T12:00:00.000Z',
    isRenewal: false,
    approvedUntil: null,
    sameDomain: ['Bakery of Light'],
  }
  const shown = await openPage(WaitingEmployer, { employer }, { session: homes[0][2] })
  await expect
    .element(page.getByText(/email domain .* also belongs to Bakery of Light/))
    .toBeVisible()
  await expect
    .element(page.getByText(/website and the confirmed email address have different domains/))
    .toBeVisible()
  await shown.unmount()
  const own = { ...employer, site: 'https://www.bakery.example', sameDomain: [] }
  await openPage(WaitingEmployer, { employer: own }, { session: homes[0][2] })
  await expect.element(page.getByRole('heading', { name: 'Bright Bakery' })).toBeVisible()
  await expect
    .element(page.getByText(/different domains|email domain .* also belongs/))
    .not.toBeInTheDocument()
})
