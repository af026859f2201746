import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'

import Cohort from '../../web/admin/cohort/Cohort.svelte'
import CohortMembers from '../../web/admin/cohort/Members.svelte'
import EndMembership from '../../web/admin/people/EndMembership.svelte'
import People from '../../web/admin/people/People.svelte'
import type { Member } from '../../web/admin/people/people.ts'
import { addressOf } from './support/hiring.ts'
import { went } from './support/navigation.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { aSharingPage } from './support/sharing.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
})

const session = aSession([aMembership('admin')])

test.each([
  [401, 'not-signed-in', 'You are signed out, or your role here has ended'],
  [403, 'not-for-your-role', 'You are no longer an admin here'],
])('a role that ended is reported once for the whole page (%i)', async (status, type, words) => {
  server.mockImplementation(() => refused(status, type))
  await openPage(People, {}, { session })
  await expect.element(page.getByRole('heading', { name: words })).toBeVisible()
  await expect.element(page.getByLabelText('Email addresses')).not.toBeInTheDocument()
  expect(page.getByText(/You are signed out/).elements().length).toBeLessThan(2)
  expect(await violations()).toEqual([])
})

const member = (more: Partial<Member> = {}): Member => ({
  membershipId: crypto.randomUUID(),
  accountId: crypto.randomUUID(),
  name: 'Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh',
  role: 'student',
  cohortIds: [],
  joinedAt: '2026-11-01T10:00:00.000Z',
  seenWeek: null,
  ...more,
})

const answers: Record<string, object> = {
  '/api/members': { members: Array.from({ length: 40 }, () => member()), next: null, roles: [] },
  '/api/cohorts': { cohorts: [], next: null },
  '/api/invitations': { invitations: [], next: null },
  '/api/reviewer-sharings': aSharingPage(),
  '/api/coachings': { coachings: [], next: null },
  '/api/organization': { name: 'Riverside', aliases: [], joinCode: 'ABCD2345', state: 'approved' },
}

function openPeople(by = session, more: Record<string, object> = {}) {
  const first = { ...answers, ...more }
  server.mockImplementation((path) => answer(first[addressOf(path).split('?')[0] ?? ''] ?? {}))
  return openPage(People, {}, { session: by, first })
}

test('on a phone a person is one line, inviting comes first, and nothing is wider than the screen', async () => {
  await page.viewport(320, 700)
  await openPeople()
  await expect.element(page.getByRole('button', { name: 'Copy code' })).toBeVisible()
  const headings = page.getByRole('heading', { level: 2 }).elements()
  expect(headings.slice(0, 2).map(({ textContent }) => textContent)).toEqual([
    'Invite people',
    'Programme code',
  ])
  const end = page.getByRole('button', { name: /^End membership/ })
  await expect.element(end).not.toBeInTheDocument()
  await page
    .getByRole('button', { name: /^More\b/ })
    .first()
    .click()
  await expect.element(end).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(await violations()).toEqual([])
})

test('copying the code is confirmed, and a failure is reported', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await openPeople()
  await page.getByRole('button', { name: 'Copy code' }).click()
  await expect.element(page.getByText('Copied')).toBeVisible()
  expect(writeText).toHaveBeenCalledWith('ABCD-2345')
  writeText.mockRejectedValue(new Error('not allowed'))
  await page.getByRole('button', { name: 'Copy code' }).click()
  await expect.element(page.getByText(/could not copy this/)).toBeVisible()
})

test('the open programme cannot be opened without a name', async () => {
  const operator = aSession([aMembership('admin', { operator: true })])
  const path = '/api/programme-memberships/open-programme'
  await openPeople(operator, { [path]: { programme: null } })
  await page.getByRole('button', { name: 'Start a programme for all adults' }).click()
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Enter a name/)
})

test('a second tab reads where the open programme is that was started in the first', async () => {
  const operator = aSession([aMembership('admin', { operator: true })])
  const path = '/api/programme-memberships/open-programme'
  await openPeople(operator, { [path]: { programme: null } })
  await page.getByLabelText('Name of the open programme').fill('For all')
  server.mockImplementation(() => refused(409, 'open-programme-exists'))
  await page.getByRole('button', { name: 'Start a programme for all adults' }).click()
  await expect
    .element(page.getByText(/switch to your admin role there, at the top of the page/))
    .toBeVisible()
})

test('the person who looks has visited this week, and an empty list of invitations claims nothing', async () => {
  await page.viewport(1280, 800)
  const own = member({ accountId: session.account.id, name: 'Leila Haddad', role: 'admin' })
  const members = { members: [own, member({ name: 'Bo' })], next: null, roles: [] }
  await openPeople(session, { '/api/members': members })
  await expect.element(page.getByRole('row', { name: /Leila.*This week/ })).toBeVisible()
  await expect.element(page.getByRole('row', { name: /Bo.*No visit since joining/ })).toBeVisible()
  await expect.element(page.getByText('There are no open invitations.')).toBeVisible()
  await expect.element(page.getByText(/Everyone has joined/)).not.toBeInTheDocument()
})

test('a cohort in the address that cannot be right means everybody', async () => {
  history.replaceState({}, '', '/people?cohort=weather')
  await openPeople()
  await expect.element(page.getByText('40 people').first()).toBeVisible()
  const asked = server.mock.calls.map(([path]) => addressOf(path))
  expect(asked.filter((path) => path.includes('weather'))).toEqual([])
  history.replaceState({}, '', '/')
})

const cohortId = crypto.randomUUID()

test('who is in a cohort is listed alone, and all ticks are saved at once', async () => {
  const [one, other] = [member({ name: 'Ada', cohortIds: [cohortId] }), member({ name: 'Bo' })]
  server.mockImplementation((path, init) =>
    init?.method === 'PUT'
      ? answer({ id: cohortId })
      : answer({
          members: addressOf(path).includes('cohortId=') ? [one] : [one, other],
          next: null,
          roles: ['student'],
        }),
  )
  await openPage(CohortMembers, { cohortId, members: 1 }, { session })
  await expect.element(page.getByRole('checkbox', { name: /Ada/ })).toBeChecked()
  await expect.element(page.getByRole('checkbox', { name: /Bo/ })).not.toBeInTheDocument()
  await page.getByRole('checkbox', { name: /Ada/ }).click()
  await page.getByRole('combobox', { name: 'Show' }).selectOptions('All students')
  await page.getByRole('checkbox', { name: /Bo/ }).click()
  const isWrite = ([, init]: Parameters<typeof fetch>) => init?.method === 'PUT'
  expect(server.mock.calls.filter(isWrite)).toHaveLength(0)
  await page.getByRole('button', { name: 'Save 2 changes' }).click()
  await expect.element(page.getByText('Saved')).toBeVisible()
  const writes = server.mock.calls.flatMap((call, n) => (isWrite(call) ? [sent(n)] : []))
  expect(writes).toEqual([{ add: [other.membershipId], remove: [one.membershipId] }])
})

test('an empty cohort begins with all students, to tick who is in it', async () => {
  const cohort = { id: cohortId, name: 'Autumn', createdAt: '2026-11-01T10:00:00.000Z', members: 0 }
  server.mockImplementation((path) => {
    const isOfAll = addressOf(path).includes('role=student')
    return answer({ members: isOfAll ? [member({ name: 'Bo' })] : [], next: null, roles: [] })
  })
  const first = { '/api/cohorts': { cohorts: [cohort], next: null } }
  await openPage(Cohort, { cohortId }, { session, first })
  await expect.element(page.getByRole('combobox', { name: 'Show' })).toHaveValue('student')
  await expect.element(page.getByRole('checkbox', { name: /Bo/ })).not.toBeChecked()
})

test.each([
  [
    'mentor',
    /If this mentor coaches students, the coaching ends too/,
    /Any coaching .* has ended too/,
  ],
  ['student', /If this student has a coach, the coaching ends too/, /Any coaching .* has ended/],
] as const)(
  'before and after a %s’s membership ends, the coaching is named',
  async (role, before, afterwards) => {
    const them = member({ role, name: 'Bo' })
    await openPage(EndMembership, { member: them, onclose: () => undefined }, { session })
    const dialog = page.getByRole('dialog', { name: 'End this membership?' })
    await expect.element(dialog.getByText(before)).toBeVisible()
    server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
    await dialog.getByRole('button', { name: 'End membership' }).click()
    await expect.element(page.getByText(afterwards)).toBeVisible()
  },
)

test('ending one’s own membership says so, and leads to the home page', async () => {
  const own = member({
    membershipId: session.acting?.membershipId ?? '',
    accountId: session.account.id,
    name: 'Leila Haddad',
    role: 'admin',
  })
  await openPage(EndMembership, { member: own, onclose: () => undefined }, { session })
  const dialog = page.getByRole('dialog', { name: 'End your own membership?' })
  await expect.element(dialog.getByText(/only another admin can invite you again/)).toBeVisible()
  server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
  await dialog.getByRole('button', { name: 'End membership' }).click()
  await vi.waitFor(() => expect(went()).toContainEqual(['/home', 'push']))
})
