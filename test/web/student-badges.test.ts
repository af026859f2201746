import { beforeEach, expect, test } from 'vitest'

import Badge from '../../web/student/badge/Badge.svelte'
import Badges from '../../web/student/badge/Badges.svelte'
import type { BadgeState } from '../../web/student/badge/badges.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, keyOf, offline, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const off = { on: false, showName: false, listed: false, version: 3 }

const aBadge = (state: BadgeState, publication = off) => ({
  id: 'c1',
  skill: 'empathy',
  level: 3,
  state,
  issuer: { name: 'Riverside College', url: 'https://mettle.example/organizations/riverside' },
  awardedAt: '2026-11-24T10:00:00.000Z',
  validUntil: '2029-11-24T10:00:00.000Z',
  endedAt: state === 'ended' ? '2026-11-25T10:00:00.000Z' : null,
  publication,
  page: 'https://mettle.example/credentials/c1',
  achievementPage: 'https://mettle.example/achievements/a1',
})

const open = (state: BadgeState, publication = off) => {
  const badge = {
    ...aBadge(state, publication),
    document: null,
    demo: true,
    evidenceSalt: '00',
    submissionId: 's1',
  }
  return openPage(
    Badge,
    { id: 'c1' },
    { session: aSession(), first: { '/api/credentials/c1': badge } },
  )
}

test('no badge yet: what will be here, and how to get one', async () => {
  const first = { '/api/credentials': { credentials: [] } }
  const page = await openPage(Badges, {}, { session: aSession(), first })
  await expect.element(page.getByText('No badges yet')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Find a challenge' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test.each<[BadgeState, string]>([
  ['being-signed', 'Being signed'],
  ['expired', 'Expired'],
  ['ended', 'Taken back'],
  ['in-force', 'Only you'],
])('a badge %s says "%s" in the list', async (state, words) => {
  const first = { '/api/credentials': { credentials: [aBadge(state)] } }
  const page = await openPage(Badges, {}, { session: aSession(), first })
  await expect.element(page.getByText(words)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Empathy' }))
    .toHaveAttribute('href', '/badges/c1')
  expect(await violations()).toEqual([])
})

test('a public page is made after a fresh proof, under the key of the first try', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(403, 'fresh-proof-needed') : answer({}, 202),
  )
  const page = await open('in-force')
  await expect.element(page.getByText('Only you can see it')).toBeVisible()
  await expect
    .element(page.getByText(/can then see that you are the person in their search/))
    .toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByLabelText(/Show my name on the page/).click()
  await page.getByRole('button', { name: 'Make a public page' }).click()
  await expect.element(page.getByRole('dialog')).toBeVisible()

  server.mockImplementation((path) =>
    path === '/api/session/confirmation'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer({ on: true, showName: true, listed: false, version: 4 }),
  )
  await page.getByRole('dialog').getByRole('textbox').fill('7K2M9QRV')
  await page.getByRole('dialog').getByRole('button').first().click()
  await expect.element(page.getByText('This badge has a public page')).toBeVisible()
  const puts = server.mock.calls.flatMap(([, init], at) => (init?.method === 'PUT' ? at : []))
  expect(puts.map(sent)).toEqual([
    { on: true, showName: true, listed: false, version: 3 },
    { on: true, showName: true, listed: false, version: 3 },
  ])
  expect(new Set(puts.map(keyOf)).size).toBe(1)
})

test('the page is taken down with one press', async () => {
  server.mockImplementation(() => answer({ ...off, version: 5 }))
  const page = await open('in-force', { on: true, showName: true, listed: true, version: 4 })
  await expect
    .element(page.getByRole('link', { name: 'https://mettle.example/credentials/c1' }))
    .toBeVisible()
  await page.getByRole('button', { name: 'Remove the public page' }).click()
  await expect.element(page.getByText('Only you can see it')).toBeVisible()
  expect(sent(0)).toEqual({ on: false, showName: false, listed: false, version: 4 })
})

test('a student whom employers can find is asked for a second tick before search engines may index', async () => {
  server.mockImplementationOnce(() => refused(409, 'listed-and-visible'))
  server.mockImplementation(() => answer({ on: true, showName: false, listed: true, version: 4 }))
  const page = await open('in-force')
  const both = page.getByRole('checkbox', { name: /^I agree to both/ })
  await expect.element(both).not.toBeInTheDocument()
  await page.getByRole('checkbox', { name: /Let search engines/ }).click()
  await page.getByRole('button', { name: 'Make a public page' }).click()
  await both.click()
  await page.getByRole('button', { name: 'Make a public page' }).click()
  await expect.element(page.getByText('This badge has a public page')).toBeVisible()
  const wanted = { on: true, showName: false, listed: true, version: 3 }
  expect([sent(0), sent(1)]).toEqual([wanted, { ...wanted, visibleToo: true }])
})

test('somebody under 18 is told what they can still do', async () => {
  server.mockImplementation(() => refused(403, 'minors-not-visible'))
  const page = await open('in-force')
  await page.getByRole('button', { name: 'Make a public page' }).click()
  await expect.element(page.getByText(/Your badge is valid now/)).toBeVisible()
})

test.each<[BadgeState, RegExp]>([
  ['being-signed', /we are signing it/],
  ['ended', /was taken back on/],
  ['failed', /could not sign this badge/],
])('a badge %s has no page to switch on', async (state, words) => {
  const page = await open(state)
  await expect.element(page.getByText(words).first()).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Make a public page' }))
    .not.toBeInTheDocument()
})

test('a revoked badge says when it ended and not until when it is valid; its page can only be removed', async () => {
  server.mockImplementation(() => answer({ ...off, version: 5 }))
  const page = await open('ended', { on: true, showName: true, listed: true, version: 4 })
  await expect.element(page.getByText('Taken back on', { exact: true })).toBeVisible()
  expect(document.body.textContent).not.toMatch(/Valid until/)
  await expect.element(page.getByRole('button', { name: /Save/ })).not.toBeInTheDocument()
  await expect.element(page.getByRole('checkbox').first()).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Remove the public page' }).click()
  await expect.element(page.getByText(/^We removed the public page/)).toBeVisible()
  expect(sent(0)).toEqual({ on: false, showName: false, listed: false, version: 4 })
})

test('a badge revoked while its page is open cannot be changed, and the page says why', async () => {
  const ended = {
    ...aBadge('ended'),
    document: null,
    demo: false,
    evidenceSalt: '00',
    submissionId: 's1',
  }
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(409, 'credential-already-ended') : answer(ended),
  )
  const page = await open('in-force', { on: true, showName: true, listed: true, version: 4 })
  await page.getByRole('button', { name: 'Save these changes' }).click()
  await expect.element(page.getByText(/This badge was taken back on/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/The page now shows what you chose/)
})

test('a failure is not shown beside an earlier success', async () => {
  server.mockImplementation(() => answer({ on: true, showName: true, listed: true, version: 5 }))
  const page = await open('in-force', { on: true, showName: true, listed: true, version: 4 })
  await page.getByRole('button', { name: 'Save these changes' }).click()
  await expect.element(page.getByText('The page now shows what you chose.')).toBeVisible()
  server.mockImplementation(offline)
  await page.getByRole('button', { name: 'Remove the public page' }).click()
  await expect.element(page.getByText('No connection')).toBeVisible()
  await expect.element(page.getByText('The page now shows what you chose.')).not.toBeInTheDocument()
})
