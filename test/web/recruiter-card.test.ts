import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import { m } from '../../web/paraglide/messages.js'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import type { ShownBadge } from '../../web/lib/format/hiring.ts'
import AskFor from '../../web/recruiter/card/AskFor.svelte'
import type { Request } from '../../web/recruiter/requests.ts'
import FullCard from '../../web/recruiter/card/FullCard.svelte'
import Card from '../../web/ui/hiring/Card.svelte'
import { aRequest, openingId } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const { pseudonym } = aRequest()
const other = '2b6492ca-cfad-4cbc-9c53-22ca63fd6fff'

function openCard(requests: Request[], opening = openingId, fits = true) {
  const list = requests.map((request) => ({ ...request, startsAt: null }))
  return openPage(
    AskFor,
    { pseudonym, openingId: opening, fits, skills: [] },
    {
      session: aSession([aMembership('recruiter')]),
      first: { '/api/interview-requests': { side: 'employer', requests: list } },
    },
  )
}

const ask = () => page.getByRole('link', { name: 'Ask for an interview' })
const ended = (state: Request['state'], from: string, otherOpeningOnly = false) =>
  aRequest({ state, again: { from: `${from}T00:00:00.000Z`, otherOpeningOnly } })

beforeEach(async () => {
  await freshServer()
  serverTime.learn('2026-11-25T18:00:00.000Z')
})

describe('a person asked before', () => {
  test('lately, is not offered to be asked, and the card says from when', async () => {
    await openCard([ended('expired', '2026-12-05')])
    await expect.element(page.getByText('You cannot ask this person yet')).toBeVisible()
    await expect.element(page.getByText(/You can ask again from .*5.*2026/)).toBeVisible()
    await expect.element(ask()).not.toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  test('long ago, can be asked again now', async () => {
    await openCard([ended('expired', '2026-11-20')])
    await expect.element(page.getByText(/You can ask again now/)).toBeVisible()
    await expect.element(ask()).toBeVisible()
  })

  test('who no longer fits this opening cannot be asked for it, and the card says so', async () => {
    await openCard([ended('expired', '2026-11-20')], openingId, false)
    await expect
      .element(page.getByText('You cannot ask this person about this job now'))
      .toBeVisible()
    await expect.element(ask()).not.toBeInTheDocument()
    expect(document.body.textContent).not.toMatch(/You can ask again now/)
  })

  test('and who declined an older request is left in peace because of that one, not the last', async () => {
    await openCard([ended('withdrawn', '2026-11-24'), ended('declined', '2026-12-14', true)], other)
    await expect.element(page.getByText(/You can ask again from .*14.*2026/)).toBeVisible()
    await expect.element(ask()).not.toBeInTheDocument()
  })

  test.each(['declined', 'cancelled'] as const)(
    'and %s for this opening can only be asked for another, from the day shown',
    async (state) => {
      await openCard([ended('expired', '2026-11-20'), ended(state, '2026-12-14', true)])
      await expect.element(page.getByText(/You can ask about another job from .*14/)).toBeVisible()
      await expect.element(ask()).not.toBeInTheDocument()
    },
  )
})

describe('a card that was opened', () => {
  const badge: ShownBadge = {
    skill: 'collaboration',
    level: 3,
    reviewers: 'peers-and-mentor',
    rubric: '/rubrics/collaboration',
  }
  const open = (more: Partial<ShownBadge>) =>
    openPage(Card, { card: { badges: [{ ...badge, ...more }] } }, { session: aSession() })

  test('shows each criterion with its level, words and the signs seen, and the rubric', async () => {
    const criteria = [
      { name: 'Agree the work', level: 3, words: 'Says who does what.', signs: ['Asks first'] },
      { name: 'Weigh other views', level: 3, words: 'Changes the plan.', signs: [] },
    ]
    await open({ criteria, quarter: '2026-Q4', excerpt: 'I ask her.' })
    await expect
      .element(page.getByText('October 2026 to December 2026, judged by peers and a mentor'))
      .toBeVisible()
    await expect.element(page.getByText('Says who does what.')).toBeVisible()
    await expect.element(page.getByText('Asks first')).not.toBeVisible()
    await page.getByText(/^One sign that reviewers saw/).click()
    await expect.element(page.getByText('Asks first')).toBeVisible()
    await expect.element(page.getByText(/but they did not see the same signs/)).toBeVisible()
    await expect
      .element(page.getByRole('link', { name: 'Read how Collaboration is judged' }))
      .toHaveAttribute('href', '/rubrics/collaboration')
    expect(await violations()).toEqual([])
  })

  test('says what is not switched on, and shows only the year if there is no more', async () => {
    await open({ year: '2026' })
    await expect.element(page.getByText('2026, judged by peers and a mentor')).toBeVisible()
    await expect.element(page.getByText(/^The criteria are not shown/)).toBeVisible()
    await expect.element(page.getByText(/does not show any part of the answer/)).toBeVisible()
  })
})

test('an address without a card says that nobody is there, not that something has changed', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  await openPage(FullCard, { pseudonym: 'abc' }, { session: aSession([aMembership('recruiter')]) })
  await expect.element(page.getByText(m.recruiter_card_gone_title())).toBeVisible()
  expect(document.body.textContent).not.toContain(m.shell_gone_said())
})
