import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import AskFor from '../../web/recruiter/card/AskFor.svelte'
import type { Request } from '../../web/recruiter/requests.ts'
import { aRequest, openingId } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

const { pseudonym } = aRequest()
const other = '2b6492ca-cfad-4cbc-9c53-22ca63fd6fff'

function openCard(requests: Request[], opening = openingId) {
  const list = requests.map((request) => ({ ...request, startsAt: null }))
  return openPage(
    AskFor,
    { pseudonym, openingId: opening, skills: [] },
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

describe('who was asked before', () => {
  test('lately, is not offered to be asked, and the card says from when', async () => {
    await openCard([ended('expired', '2026-12-05')])
    await expect.element(page.getByText('You cannot ask this person yet')).toBeVisible()
    await expect.element(page.getByText(/You can ask from .*5.*2026/)).toBeVisible()
    await expect.element(ask()).not.toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  test('long ago, can be asked again now', async () => {
    await openCard([ended('expired', '2026-11-20')])
    await expect.element(page.getByText(/You can ask again now/)).toBeVisible()
    await expect.element(ask()).toBeVisible()
  })

  test('and said no an older time is left in peace for that, not for the last request', async () => {
    await openCard([ended('withdrawn', '2026-11-24'), ended('declined', '2026-12-14', true)], other)
    await expect.element(page.getByText(/You can ask from .*14.*2026/)).toBeVisible()
    await expect.element(ask()).not.toBeInTheDocument()
  })

  test.each(['declined', 'cancelled'] as const)(
    'and %s for this opening can only be asked for another, from a day that is said',
    async (state) => {
      await openCard([ended('expired', '2026-11-20'), ended(state, '2026-12-14', true)])
      await expect.element(page.getByText(/For another one you can ask from .*14/)).toBeVisible()
      await expect.element(ask()).not.toBeInTheDocument()
    },
  )
})
