import { beforeEach, expect, test } from 'vitest'

import AgreedItems from '../../web/account/settings/AgreedItems.svelte'
import ItemQuestion from '../../web/student/result/ItemQuestion.svelte'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const path = '/api/attempts/a1/item-agreement'
const asked = (agreed: boolean | null) => ({
  question: { agreed },
  answeredAt: agreed === null ? null : '2026-11-20T10:00:00.000Z',
})

beforeEach(() => freshServer())

/** The methods of the writes that were sent to the door. */
const writes = () =>
  server.mock.calls.flatMap(([sentTo, { method = 'GET' } = {}]) =>
    sentTo === path && method !== 'GET' ? [method] : [],
  )

const open = (agreed: boolean | null) =>
  openPage(
    ItemQuestion,
    { attemptId: 'a1' },
    { session: aSession(), first: { [path]: asked(agreed) } },
  )

test('a yes is asked for with what it means, and is followed by a way to stop it', async () => {
  const page = await open(null)
  await page.getByText('Can your answer help us check reviewers?').click()
  await expect.element(page.getByText(/You can stop this at any time/)).toBeVisible()
  await expect
    .element(page.getByText(/We hide your name and your programme from reviewers/))
    .toBeVisible()
  expect(await violations()).toEqual([])
  server.mockImplementation(() => answer(asked(true)))
  await page.getByRole('button', { name: 'Yes, use my answer' }).click()
  await page.getByText('Your answer helps us check reviewers').click()
  await expect.element(page.getByRole('button', { name: 'Stop using my answer' })).toBeVisible()
  expect(writes()).toEqual(['PUT'])

  server.mockImplementation(() => answer(asked(false)))
  const stop = page.getByRole('button', { name: 'Stop using my answer' })
  await stop.click()
  await expect.element(stop).not.toBeInTheDocument()
  // The toast has a button of its own.
  expect(page.container.querySelectorAll('details')).toHaveLength(0)
  expect(writes()).toEqual(['PUT', 'DELETE'])
})

test('a no is not asked again, and nothing is asked of an answer that no mentor judged', async () => {
  const page = await open(false)
  await expect.element(page.getByRole('button')).not.toBeInTheDocument()
  const other = await openPage(
    ItemQuestion,
    { attemptId: 'a1' },
    { session: aSession(), first: { [path]: { question: null, answeredAt: null } } },
  )
  await expect.element(other.getByRole('button')).not.toBeInTheDocument()
})

test('the settings list the answers that are used, and stop one with one press', async () => {
  const items = [{ attemptId: 'a1', title: 'Hand to hand', agreedAt: '2026-11-20T10:00:00.000Z' }]
  const page = await openPage(
    AgreedItems,
    {},
    { session: aSession(), first: { '/api/item-agreements': { items } } },
  )
  await expect.element(page.getByRole('heading', { name: 'Hand to hand' })).toBeVisible()
  expect(await violations()).toEqual([])
  server.mockImplementation(() => answer({ items: [] }))
  await page.getByRole('button', { name: /Stop using it/ }).click()
  await expect.element(page.getByRole('heading', { name: 'Hand to hand' })).not.toBeInTheDocument()
  expect(writes()).toEqual(['DELETE'])
})
