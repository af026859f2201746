import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'

import EndMembership from '../../web/admin/people/EndMembership.svelte'
import People from '../../web/admin/people/People.svelte'
import type { Member } from '../../web/admin/people/people.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const loadPage = vi.hoisted(() => vi.fn<(path: string) => void>())
vi.mock('../../web/lib/router/whole-page.ts', async (original) => ({
  ...(await original<object>()),
  loadPage,
}))

beforeEach(async () => {
  await freshServer()
  loadPage.mockReset()
})

const session = aSession([aMembership('admin')])

test.each([
  [401, 'not-signed-in', 'You are signed out, or your role here has ended'],
  [403, 'not-for-your-role', 'You are not an admin here any more'],
])('a role that ended is said once for the whole page (%i)', async (status, type, words) => {
  server.mockImplementation(() => refused(status, type))
  await openPage(People, {}, { session })
  await expect.element(page.getByRole('heading', { name: words })).toBeVisible()
  await expect.element(page.getByLabelText('E-mail addresses')).not.toBeInTheDocument()
  expect(page.getByText(/You are signed out/).elements().length).toBeLessThan(2)
  expect(await violations()).toEqual([])
})

test('ending one’s own membership says that it is one’s own, and leads home', async () => {
  const member: Member = {
    membershipId: session.acting?.membershipId ?? '',
    accountId: session.account.id,
    name: 'Leila Haddad',
    role: 'admin',
    cohortIds: [],
    joinedAt: '2026-11-01T10:00:00.000Z',
    seenWeek: null,
  }
  await openPage(EndMembership, { member, onclose: () => undefined }, { session })
  const dialog = page.getByRole('dialog', { name: 'End your own membership?' })
  await expect.element(dialog.getByText(/only another admin can invite you again/)).toBeVisible()
  server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
  await dialog.getByRole('button', { name: 'End membership' }).click()
  await vi.waitFor(() => expect(loadPage).toHaveBeenCalledWith('/home'))
})
