import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import Closed from '../../web/account/shell/Closed.svelte'
import Approvals from '../../web/admin/approval/Approvals.svelte'
import { content } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const under = {
  country: 'GB',
  currency: 'GBP',
  offered: 9,
  minimum: 12.71,
  from: '2026-04-01',
  source: 'https://www.gov.uk/national-minimum-wage-rates',
  checked: '2026-11-29',
}

const waiting = (id: string, underMinimumWage: typeof under | null) => ({
  id,
  openingId: id,
  organization: 'Wolfeschlegelsteinhausenbergerdorff Ltd',
  site: null,
  employerWaits: false,
  content: { ...content, title: `Job ${id}` },
  before: null,
  askedAt: '2026-11-20T10:00:00.000Z',
  underMinimumWage,
})

test('openings are separated, and pay under the legal minimum has a warning but can be approved', async () => {
  await page.viewport(320, 740)
  const openings = [waiting('a', under), waiting('b', null)]
  const first = {
    '/api/approvals': { employers: [], changes: [], mentors: [], openings, more: false },
  }
  await openPage(Approvals, {}, { session: aSession([aMembership('admin')]), first })
  await expect
    .element(
      page.getByText(
        /lowest pay is £9\.00 an hour\. From .*2026, .*United Kingdom is £12\.71 an hour/,
      ),
    )
    .toBeVisible()
  await expect.element(page.getByText(/may be below the legal minimum/)).toBeVisible()
  expect(page.getByText(/may be below the legal minimum/).elements()).toHaveLength(1)
  await expect
    .element(page.getByRole('link', { name: 'Source of this minimum' }))
    .toHaveAttribute('href', under.source)
  await expect.element(page.getByRole('button', { name: /^Approve/ }).first()).toBeVisible()

  const [one, other] = page
    .getByRole('article')
    .elements()
    .map((each) => each.getBoundingClientRect())
  expect((other?.top ?? 0) - (one?.bottom ?? 0)).toBeGreaterThanOrEqual(24)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(await violations()).toEqual([])
})

test('an admin of another organization reads whom the page is for, and is offered no role', async () => {
  const recruiter = aMembership('recruiter')
  const own = aMembership('admin', { kind: 'employer' })
  await openPage(Closed, { roles: 'operator-admin' }, { session: aSession([recruiter, own]) })
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('This page is for admins of the programme that runs this site')
  expect(page.getByRole('button', { name: /Use this role/ }).elements()).toEqual([])
})
