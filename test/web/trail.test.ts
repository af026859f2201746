import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'

import AuditTrail from '../../web/admin/trail/AuditTrail.svelte'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const joId = '3b0e2628-0000-4000-8000-000000000001'
const at = '2026-11-20T10:00:00.000Z'
const byJo = { kind: 'staff', id: joId, name: 'Jo Marsh' }
const unnamed = (kind: string) => ({ kind, id: null, name: null })
const entries = [
  {
    id: 'a',
    at,
    day: '2026-11-20',
    action: 'invitations.sent',
    by: byJo,
    detail: { n: 3, role: 'student' },
  },
  { id: 'b', at, day: '2026-11-20', action: 'invitations.sent', by: byJo, detail: { n: 1 } },
  {
    id: 'c',
    at,
    day: '2026-11-20',
    action: 'membership.begun',
    by: byJo,
    detail: { role: 'admin' },
  },
  {
    id: 'd',
    at: null,
    day: '2026-11-19',
    action: 'review.handed-in',
    by: unnamed('mentor'),
    detail: {},
  },
  {
    id: 'e',
    at: null,
    day: '2026-11-19',
    action: 'attempt.started',
    by: unnamed('student'),
    detail: {},
  },
  {
    id: 'f',
    at: null,
    day: '2026-11-19',
    action: 'review-draft.saved',
    by: unnamed('mentor'),
    detail: {},
  },
].map((entry) => ({ ...entry, subjectId: entry.at && joId }))

test('says each entry in a sentence, without codes and ids', async () => {
  server.mockImplementation(() => answer({ members: [], next: null, roles: [] }))
  await openPage(
    AuditTrail,
    {},
    {
      session: aSession([aMembership('admin')]),
      first: { '/api/audit-entries': { entries, next: null } },
    },
  )
  const sentences = page
    .getByRole('rowheader')
    .elements()
    .map(({ textContent }) => textContent)
  expect(sentences).toEqual([
    'Jo Marsh invited 3 people as students',
    'Jo Marsh invited one person',
    'Jo Marsh joined as an admin',
    'A mentor handed in a review',
    'A student started a challenge',
    'A mentor made another change',
  ])
  expect(page.getByRole('main').element().textContent).not.toMatch(/[a-z]\.[a-z]|[0-9a-f]{8}-/)
  expect(await violations()).toEqual([])
})

test('is filtered by staff, by area and by days, and a further page keeps the filters', async () => {
  const jo = { membershipId: 'm', accountId: joId, name: 'Jo Marsh', role: 'admin' }
  server.mockImplementation((path) =>
    addressOf(path).startsWith('/api/audit-entries')
      ? answer({ entries, next: { untilDay: '2026-11-18', after: null } })
      : answer({
          members: addressOf(path).includes('role=admin') ? [jo] : [],
          next: null,
          roles: [],
        }),
  )
  history.replaceState(
    {},
    '',
    `/audit-trail?actorId=${joId}&area=people&fromDay=2026-11-01&untilDay=2026-11-20`,
  )
  await openPage(AuditTrail, {}, { session: aSession([aMembership('admin')]) })
  await expect.element(page.getByRole('combobox', { name: 'Who' })).toHaveValue(joId)
  await expect.element(page.getByRole('combobox', { name: 'Who' })).toHaveDisplayValue('Jo Marsh')
  await expect
    .element(page.getByRole('combobox', { name: 'About' }))
    .toHaveDisplayValue('People and invitations')
  await expect.element(page.getByRole('textbox', { name: 'From' })).toHaveValue('2026-11-01')
  const asked = () => server.mock.calls.map(([path]) => addressOf(path))
  await vi.waitFor(() =>
    expect(asked()).toContain(
      `/api/audit-entries?actorId=${joId}&area=people&fromDay=2026-11-01&untilDay=2026-11-20`,
    ),
  )
  const more = page.getByRole('link', { name: 'Show earlier entries' })
  await expect
    .element(more)
    .toHaveAttribute(
      'href',
      expect.stringMatching(/area=people.*untilDay=2026-11-20&pageDay=2026-11-18/),
    )
  history.replaceState({}, '', '/')
})

test('leaves out a filter in the address that cannot be right, and shows the rest', async () => {
  server.mockImplementation((path) =>
    addressOf(path).startsWith('/api/audit-entries')
      ? answer({ entries, next: null })
      : answer({ members: [], next: null, roles: [] }),
  )
  const wrong = 'area=weather&actorId=jo&fromDay=2026-02-30&pageDay=2026&after=x'
  history.replaceState({}, '', `/audit-trail?${wrong}&untilDay=2026-11-20`)
  await openPage(AuditTrail, {}, { session: aSession([aMembership('admin')]) })
  await expect.element(page.getByText('Jo Marsh invited 3 people as students')).toBeVisible()
  await expect
    .element(page.getByRole('combobox', { name: 'About' }))
    .toHaveDisplayValue('Everything')
  const asked = server.mock.calls.map(([path]) => addressOf(path))
  expect(asked.filter((path) => path.startsWith('/api/audit-entries'))).toEqual([
    '/api/audit-entries?untilDay=2026-11-20',
  ])
  history.replaceState({}, '', '/')
})
