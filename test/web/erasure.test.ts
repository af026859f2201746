import { beforeEach, expect, test } from 'vitest'

import KeepAccount from '../../web/account/erasure/KeepAccount.svelte'
import Erase from '../../web/account/settings/Erase.svelte'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const token = 'tK3'
const link = `/api/erasures/${token}`
const waiting = { state: 'waiting', dueAt: '2026-12-07T10:00:00.000Z' }
const nothing = { interviews: 0, badges: 0, onlyAdminOf: [], undoDays: 7, backupDays: 37 }
const props = { onstay: () => {} }

test('says what ends, what stays, and until when it can be undone', async () => {
  const first = { '/api/erasure': { ...nothing, interviews: 2, badges: 1 } }
  const page = await openPage(Erase, props, { session: aSession(), first })
  const dialog = page.getByRole('dialog', { name: 'Erase your account?' })
  await expect.element(dialog).toBeVisible()
  await expect.element(dialog.getByText(/ends 2 interviews/)).toBeVisible()
  await expect.element(dialog.getByText(/For 7 days/)).toBeVisible()
  await expect
    .element(dialog.getByText(/Our backups hold a copy of your data for 37 more days/))
    .toBeVisible()
  await expect.element(dialog.getByText(/First download your badges/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('tells the only admin whom to name first, and offers no button to erase', async () => {
  const first = { '/api/erasure': { ...nothing, onlyAdminOf: ['Fenwick College'] } }
  const page = await openPage(Erase, props, { session: aSession(), first })
  await expect.element(page.getByText(/only admin of Fenwick College/)).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Erase my account' }))
    .not.toBeInTheDocument()
})

test('a refusal is shown in the dialog, and nothing is lost', async () => {
  server.mockImplementation(() => refused(409, 'last-admin'))
  const page = await openPage(Erase, props, {
    session: aSession(),
    first: { '/api/erasure': nothing },
  })
  await page.getByRole('button', { name: 'Erase my account' }).click()
  await expect.element(page.getByText(/Make someone else an admin first/)).toBeVisible()
})

test('the link keeps the account, and says what stays off', async () => {
  server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
  const page = await openPage(KeepAccount, { token }, { session: null, first: { [link]: waiting } })
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your account is back' })).toBeVisible()
  await expect.element(page.getByText(/Visibility and badge pages are off/)).toBeVisible()
  expect(server.mock.lastCall?.[1]?.method).toBe('DELETE')
  expect(await violations()).toEqual([])
})

test('a link that came too late says so', async () => {
  server.mockImplementation(() => refused(409, 'erasure-over'))
  const page = await openPage(KeepAccount, { token }, { session: null, first: { [link]: waiting } })
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await expect.element(page.getByText(/too late to get this account back/)).toBeVisible()
})

test('a link that was used in another window says that the account is back', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'DELETE'
      ? refused(409, 'erasure-over')
      : answer({ ...waiting, state: 'undone' }),
  )
  const page = await openPage(KeepAccount, { token }, { session: null, first: { [link]: waiting } })
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your account is back' })).toBeVisible()
})

test.each([
  ['over', 'This account has been erased'],
  ['undone', 'Your account is back'],
])('a link whose erasure is %s', async (state, title) => {
  const first = { [link]: { ...waiting, state } }
  const page = await openPage(KeepAccount, { token }, { session: null, first })
  await expect.element(page.getByRole('heading', { name: title })).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Keep my account' }))
    .not.toBeInTheDocument()
})

test('an unknown link says so', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  const page = await openPage(KeepAccount, { token }, { session: null })
  await expect.element(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
})
