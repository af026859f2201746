import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import Employer from '../../web/admin/people/Employer.svelte'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const approved = {
  name: 'Whitby Rope',
  legalName: 'Whitby Rope Ltd',
  site: 'https://whitby.example',
  country: 'GB',
}
const employer = {
  ...approved,
  kind: 'employer',
  state: 'approved',
  aliases: [],
  contact: 'Ada',
  domains: ['whitby.example'],
  declinedBecause: null,
}
const asked = { ...approved, name: 'National Rope', domain: null, reason: 'Not the trading name.' }

const open = (state: 'waiting' | 'declined', declinedBefore: string | null = null) =>
  openPage(
    Employer,
    {},
    {
      session: aSession([aMembership('admin', { kind: 'employer' })]),
      first: {
        '/api/organization': {
          ...employer,
          change: { ...asked, state, askedAt: '2026-11-20T10:00:00.000Z' },
          declinedBefore,
        },
      },
    },
  )

test('after a declined change the form has the approved details, and says what was asked for', async () => {
  await open('declined')
  await expect.element(page.getByText('Not the trading name.')).toBeVisible()
  await expect.element(page.getByText(/Students still see Whitby Rope/)).toBeVisible()
  await expect.element(page.getByText('National Rope')).toBeVisible()
  expect(page.getByRole('definition').elements()).toHaveLength(1)
  await expect
    .element(page.getByLabelText('Name your organization is known by'))
    .toHaveValue('Whitby Rope')
  expect(await violations()).toEqual([])

  const saved = { ...employer, contact: 'Bea', change: null }
  server.mockImplementation((_path, init) =>
    answer(init?.method === 'PUT' ? { id: crypto.randomUUID(), waits: false } : saved),
  )
  await page.getByLabelText('Who can we contact?').fill('Bea')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect.element(page.getByText('Not the trading name.')).not.toBeInTheDocument()
  expect(sent(0)).toMatchObject({ ...approved, contact: 'Bea' })
})

test('while a change waits, the form has it, because saving replaces it', async () => {
  await open('waiting', 'Not its legal name.')
  await expect.element(page.getByText('Not its legal name.')).toBeVisible()
  await expect
    .element(page.getByLabelText('Name your organization is known by'))
    .toHaveValue('National Rope')
})
