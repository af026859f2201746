import { beforeEach, expect, test } from 'vitest'

import RecoverAdmin from '../../web/account/joining/RecoverAdmin.svelte'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { freshServer, refused, sent, server } from './support/server.ts'
import { addressOf } from './support/hiring.ts'
import { violations } from './support/violations.ts'

beforeEach(() => {
  history.replaceState(null, '', '/recover-admin')
  return freshServer()
})

const token = 'x'.repeat(43)

test('who opens the link without a session is asked to sign in first', async () => {
  const page = await openPage(RecoverAdmin, {})
  await expect.element(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(page.getByRole('button', { name: 'Become an admin' }).elements()).toEqual([])
  expect(await violations()).toEqual([])
})

test('the code of the link is sent, and a used one is explained', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  history.replaceState(null, '', `/recover-admin?token=${token}`)
  const page = await openPage(RecoverAdmin, {}, { session: aSession([]) })
  await page.getByRole('button', { name: 'Become an admin' }).click()
  await expect.element(page.getByRole('alert').getByText('This code does not work')).toBeVisible()
  expect(addressOf(server.mock.calls[0]?.[0])).toMatch(/\/api\/first-admin\/recovery$/)
  expect(sent(0)).toEqual({ token })
  expect(await violations()).toEqual([])
})

test('a code that is typed must have all its characters', async () => {
  const page = await openPage(RecoverAdmin, {}, { session: aSession([]) })
  await page.getByLabelText('Setup code').fill('x'.repeat(42))
  await page.getByRole('button', { name: 'Become an admin' }).click()
  await expect.element(page.getByRole('alert').getByText(/Enter all 43/)).toBeVisible()
  expect(server.mock.calls).toHaveLength(0)
})
