import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import SmallGroup from '../../web/admin/cohort/SmallGroup.svelte'
import Sharing from '../../web/admin/people/Sharing.svelte'
import type { SharingPage } from '../../web/admin/people/sharing.ts'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { aSharingPage } from './support/sharing.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const path = '/api/reviewer-sharings'
const at = '2026-11-03T10:00:00.000Z'
const hill = { id: '8b0f1e5c-52d5-4f0e-9a58-6f1a6f1f1a11', name: 'Hill College', open: false }

/** The section, with what the server says first and, after a change, then. */
function openSection(first: SharingPage, then = first) {
  let changed = false
  server.mockImplementation((input, init) => {
    if ((init?.method ?? 'GET') === 'GET') return answer(changed ? then : first)
    changed = true
    return init?.method === 'DELETE'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer({ id: hill.id }, 201)
  })
  return openPage(Sharing, {}, { first: { [path]: first } })
}

const writes = () =>
  server.mock.calls
    .filter(([, init]) => (init?.method ?? 'GET') !== 'GET')
    .map(([input, init]) => `${init?.method} ${addressOf(input)}`)

test('nothing is shared: says so and what it means, and asks the programme that is named', async () => {
  await page.viewport(320, 700)
  await openSection(aSharingPage(), aSharingPage({ asked: { ...hill, at } }))
  await expect.element(page.getByText(/You do not share reviewers/)).toBeVisible()
  await expect.element(page.getByText(/students and mentors of both/i)).toBeVisible()
  await expect.element(page.getByText(/Names stay hidden/)).toBeVisible()
  await expect.element(page.getByText(/riverside-college/)).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(await violations()).toEqual([])

  await page.getByRole('button', { name: 'Ask to share reviewers' }).click()
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Enter the short name/)
  expect(writes()).toEqual([])
  await page.getByLabelText(/Short name or address/).fill(' hill-college ')
  await page.getByRole('button', { name: 'Ask to share reviewers' }).click()
  await expect.element(page.getByText(/asked Hill College to share reviewers/)).toBeVisible()
  await expect.element(page.getByText(/Nothing is shared until/)).toBeVisible()
  expect(writes()).toEqual([`POST ${path}`])
  const [post] = server.mock.calls.flatMap(([, init], call) =>
    init?.method === 'POST' ? [call] : [],
  )
  expect(sent(post)).toEqual({ programme: 'hill-college' })
})

test('a name that no programme has keeps what was typed, and says where the name is found', async () => {
  await openSection(aSharingPage())
  server.mockImplementation(() => refused(404, 'programme-unknown'))
  await page.getByLabelText(/Short name or address/).fill('hil-college')
  await page.getByRole('button', { name: 'Ask to share reviewers' }).click()
  await expect
    .element(page.getByText(/An admin of the other programme can find the short name/))
    .toBeVisible()
  await expect.element(page.getByLabelText(/Short name or address/)).toHaveValue('hil-college')
})

test('a question that waits can be cancelled', async () => {
  await openSection(aSharingPage({ asked: { ...hill, at } }), aSharingPage())
  await page.getByRole('button', { name: 'Cancel the request' }).click()
  const dialog = page.getByRole('dialog')
  await expect.element(dialog.getByText(/can no longer say yes/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel the request' }).click()
  await expect.element(page.getByText('We have cancelled your request.').first()).toBeVisible()
  expect(writes()).toEqual([`DELETE ${path}/${hill.id}`])
})

test.each([
  ['Yes, share reviewers', 'accepted', aSharingPage({ sharing: { ...hill, since: at } }), /since/],
  ['No', 'declined', aSharingPage(), /You do not share reviewers/],
] as const)('a question of another programme: %s', async (button, said, then, words) => {
  const question = { ...hill, open: true, at }
  await openSection(aSharingPage({ questions: [question] }), then)
  await expect
    .element(page.getByRole('heading', { name: 'Hill College wants to share reviewers with you' }))
    .toBeVisible()
  await expect.element(page.getByText(/Any adult can join Hill College/)).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect.element(page.getByText(words).first()).toBeVisible()
  expect(writes()).toEqual([`POST ${path}/${hill.id}/answer`])
  const [post] = server.mock.calls.flatMap(([, init], call) =>
    init?.method === 'POST' ? [call] : [],
  )
  expect(sent(post)).toEqual({ answer: said })
})

test('a question that another admin answered first: says so', async () => {
  await openSection(aSharingPage({ questions: [{ ...hill, at }] }))
  server.mockImplementation(() => refused(409, 'sharing-decided'))
  await page.getByRole('button', { name: 'Yes, share reviewers' }).click()
  await expect.element(page.getByText(/Another admin answered/)).toBeVisible()
})

test('what is shared says since when, and stops only after a second look', async () => {
  const ended = { ...hill, how: 'ended-by-us', at } as const
  await openSection(
    aSharingPage({ sharing: { ...hill, since: at }, smallGroup: true }),
    aSharingPage({ last: ended }),
  )
  await expect
    .element(page.getByText(/since .*3 November 2026|since .*November 3, 2026/))
    .toBeVisible()
  await expect.element(page.getByText(/group is small/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop sharing reviewers' }).click()
  const dialog = page.getByRole('dialog')
  await expect.element(dialog.getByText(/can still be finished/)).toBeVisible()
  expect(writes()).toEqual([])
  await dialog.getByRole('button', { name: 'Stop sharing reviewers' }).click()
  await expect
    .element(page.getByText(/You stopped sharing reviewers with Hill College on/))
    .toBeVisible()
  expect(writes()).toEqual([`DELETE ${path}/${hill.id}`])
})

test.each([
  ['ended-by-them', /Hill College stopped sharing reviewers with you on/],
  ['declined', /Hill College said no on/],
] as const)(
  'what is over says how it ended (%s), and another programme can be asked',
  async (how, words) => {
    await openSection(aSharingPage({ last: { ...hill, how, at } }))
    await expect.element(page.getByText(words)).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Ask to share reviewers' })).toBeVisible()
  },
)

test.each([
  [true, 'a small group has a link to sharing'],
  [false, 'a group that is not small has no notice'],
])('small %s: %s', async (smallGroup) => {
  const first = aSharingPage({ smallGroup })
  server.mockImplementation(() => answer(first))
  await openPage(SmallGroup, {}, { first: { [path]: first } })
  const link = page.getByRole('link', { name: 'Share reviewers' })
  if (smallGroup) await expect.element(link).toHaveAttribute('href', '/people#sharing')
  else await expect.element(page.getByText(/group is small/)).not.toBeInTheDocument()
})
