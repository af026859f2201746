import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import Invitation from '../../web/account/joining/Invitation.svelte'
import Join from '../../web/account/joining/Join.svelte'
import { begun } from '../../web/account/joining/begun.ts'
import App from '../../web/App.svelte'
import { joined as joinedMark } from '../../web/lib/reader/joined.ts'
import { route } from '../../web/lib/router/route.ts'
import { Router } from '../../web/lib/router/router.svelte.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const before = location.href
beforeEach(freshServer)
afterEach(() => history.replaceState(null, '', before))

const open = {
  '/api/programme-memberships/open-programme': { programme: { name: 'For all' } },
  '/api/admissions': { admissions: [] },
}

/** Opens the page for joining as somebody who is back from the profile page. */
function comeBack(search: string, { pressed = true } = {}) {
  const session = aSession([])
  history.replaceState(null, '', search)
  if (pressed) begun.keep(session.account.id, location.pathname + location.search)
  return openPage(Join, {}, { session, first: open })
}

/** Answers the request that joins, and never the next, which would lead to another page. */
const joined = (path: unknown) =>
  String(path).includes('/session')
    ? new Promise<Response>(() => {})
    : answer({ membershipId: 'm1' })

test.each([
  ['?as=student&back=', { open: true, role: 'student' }],
  ['?code=RIVER7K2&back=', { code: 'RIVER7K2' }],
])('back from the profile page, joining goes on by itself: %s', async (search, input) => {
  server.mockImplementation(joined)
  const page = await comeBack(search)
  await expect.element(page.getByText(/You are joining/)).toBeVisible()
  await vi.waitFor(() => expect(server).toHaveBeenCalledTimes(2))
  expect(sent(0)).toEqual(input)
  // The next page says it, once.
  const membership = aMembership('student', { membershipId: 'm1' })
  expect(joinedMark.take(aSession([membership]))).toBe('Riverside College')
  expect(joinedMark.take(aSession([membership]))).toBeUndefined()
  // Nothing asks for a code, as if joining had failed.
  expect(page.getByLabelText('Code from your programme').elements()).toEqual([])
})

test('why somebody cannot join comes first on the page, with the focus', async () => {
  server.mockImplementation(() => refused(403, 'adults-only'))
  const page = await comeBack('?as=student&back=')
  const words = page.getByText('adults-only')
  await expect.element(words).toBeVisible()
  expect(document.activeElement).toContainElement(words.element())
  const form = page.getByRole('heading', { name: 'With a code' }).element()
  expect(words.element().compareDocumentPosition(form)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(server).toHaveBeenCalledTimes(1)
  expect(await violations()).toEqual([])
})

test('a link alone joins nobody: the step that is left comes first, with its button', async () => {
  const page = await comeBack('?as=student&back=', { pressed: false })
  const words = page.getByText('You have not joined yet')
  await expect.element(words).toBeVisible()
  expect(document.activeElement).toContainElement(words.element())
  expect(server).not.toHaveBeenCalled()
  server.mockImplementation(joined)
  await page.getByRole('button', { name: 'Join now' }).click()
  await vi.waitFor(() => expect(sent(0)).toEqual({ open: true, role: 'student' }))
})

test('joining goes on once, for the person who began it', () => {
  begun.keep('a1', '/join?as=student&back=')
  expect(begun.take('a2', '/join?as=student&back=')).toBe(false)
  begun.keep('a1', '/join?as=student&back=')
  expect(begun.take('a1', '/join?as=student&back=')).toBe(true)
  expect(begun.take('a1', '/join?as=student&back=')).toBe(false)
})

test('back from the profile page, an invitation is accepted, or its refusal has the focus', async () => {
  const session = aSession([])
  begun.keep(session.account.id, location.pathname + location.search)
  server.mockImplementation(() => refused(403, 'adults-only'))
  const first = {
    '/api/invitations/t1': {
      organizationName: 'Riverside College',
      kind: 'programme',
      role: 'student',
      expiresAt: '2026-12-09T18:00:00.000Z',
    },
    '/api/invitations/t1/recipient': { yours: true },
  }
  const page = await openPage(Invitation, { token: 't1' }, { session, first })
  const words = page.getByText('adults-only')
  await expect.element(words).toBeVisible()
  expect(server.mock.calls[0]?.[0]).toBe('/api/invitations/t1/acceptance')
  expect(document.activeElement).toContainElement(words.element())
})

test('who follows the link for mentors sees that choice first', async () => {
  history.replaceState(null, '', '?as=mentor')
  const page = await openPage(Join, {}, { session: aSession([]), first: open })
  await expect.element(page.getByRole('radio', { name: /As a volunteer mentor/ })).toBeChecked()
  const [first] = page.getByRole('heading', { level: 2 }).elements()
  expect(first).toHaveTextContent('Without a code')
})

test('the page after joining says which programme it was', async () => {
  const membership = aMembership('student', { organizationName: 'Kettlewick College' })
  joinedMark.keep(membership.membershipId)
  const none = route('/home', 'anyone', () => Promise.reject(new Error('no page')))
  const router = new Router([none], () => true, none)
  const page = await render(App, { router, first: {}, session: aSession([membership]) })
  await expect.element(page.getByText('You joined Kettlewick College.')).toBeVisible()
})

test('somebody who acts in another role by then reads nothing of it', () => {
  joinedMark.keep('m1')
  expect(joinedMark.take(aSession())).toBeUndefined()
})
