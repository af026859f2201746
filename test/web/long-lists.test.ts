import { beforeEach, expect, test } from 'vitest'

import CohortMembers from '../../web/admin/cohort/Members.svelte'
import Coaching from '../../web/admin/people/Coaching.svelte'
import Members from '../../web/admin/people/Members.svelte'
import Coached from '../../web/mentor/Coaching.svelte'
import NamesForm from '../../web/admin/people/NamesForm.svelte'
import AskedFor from '../../web/recruiter/interview/List.svelte'
import Openings from '../../web/recruiter/opening/Openings.svelte'
import PlaceCriteria from '../../web/recruiter/search/PlaceCriteria.svelte'
import Blocks from '../../web/student/consent/Blocks.svelte'
import Interviews from '../../web/student/interview/Interviews.svelte'
import { anOpening } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'

beforeEach(freshServer)

const idOf = (n: number) => `0d5f3a10-0000-4000-8000-${String(n).padStart(12, '0')}`
const cohortId = idOf(9_000)

const aMember = (n: number, cohortIds: string[] = []) => ({
  membershipId: idOf(n),
  accountId: `account ${n}`,
  name: `Member ${n}`,
  role: 'student',
  cohortIds,
  joinedAt: '2026-11-20T10:00:00.000Z',
  seenWeek: null,
})

const members = (from: number, to: number, cohortIds?: string[]) =>
  Array.from({ length: to - from }, (_, n) => aMember(from + n, cohortIds))

const admin = { session: aSession([aMembership('admin')]) }
const cohorts = { cohorts: [{ id: cohortId, name: 'Autumn 2026', members: 2 }], next: null }
const roles = ['student']
const firstPage = { members: members(0, 60), next: idOf(59), roles }

const pathOf = (input: RequestInfo | URL) =>
  input instanceof Request ? input.url : input.toString()

/** Three pages of sixty members; the first one comes with the page. */
function pagesOfMembers() {
  server.mockImplementation((input) => {
    const after = new URL(pathOf(input), 'https://mettle.example').searchParams.get('after')
    if (after === idOf(59)) return answer({ members: members(60, 120), next: idOf(119), roles })
    if (after === idOf(119)) return answer({ members: members(120, 180), next: null, roles })
    return answer(firstPage)
  })
}

const people = () =>
  openPage(
    Members,
    { kind: 'programme' as const },
    {
      ...admin,
      first: { '/api/members': firstPage, '/api/cohorts': cohorts },
    },
  )
const asked = () => server.mock.calls.map(([url]) => pathOf(url).split('?')[1])

test('people beyond the first page are loaded on request, a page at a time', async () => {
  pagesOfMembers()
  const page = await people()
  await expect
    .element(page.getByText('These are the first 60 people. There are more below.'))
    .toBeVisible()
  expect(page.container.querySelectorAll('tbody tr')).toHaveLength(60)
  expect(server).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.element(page.getByText('Member 119')).toBeVisible()
  expect(asked()).toEqual([`after=${idOf(59)}`])
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.element(page.getByText('Member 179')).toBeVisible()
  expect(page.container.querySelectorAll('tbody tr')).toHaveLength(180)
  expect(page.container.textContent).not.toContain('Show more')
})

test('a page that fails is reported below those that loaded', async () => {
  server.mockImplementation(() => refused(403, 'not-for-your-role'))
  const page = await people()
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.element(page.getByText('You cannot see this in your current role')).toBeVisible()
  await expect.element(page.getByText('Member 0', { exact: true })).toBeVisible()
})

test('a list of one page says how many there are, and loads no more', async () => {
  const page = await openPage(
    Members,
    { kind: 'programme' as const },
    {
      ...admin,
      first: {
        '/api/members': { members: members(0, 3), next: null, roles },
        '/api/cohorts': cohorts,
      },
    },
  )
  await expect.element(page.getByText(/3.people/)).toBeVisible()
  await expect.element(page.getByText('Member 2')).toBeVisible()
  expect(page.container.textContent).not.toContain('Show more')
  expect(server).not.toHaveBeenCalled()
})

test('with a filter by role or cohort nobody else is loaded', async () => {
  server.mockImplementation(() => answer({ members: members(7, 9), next: null, roles }))
  const { href } = location
  history.replaceState(null, '', `?role=student&cohort=${cohortId}`)
  const page = await people()
  history.replaceState(null, '', href)
  await expect.element(page.getByText(/2.people/)).toBeVisible()
  expect(asked()).toEqual([`role=student&cohortId=${cohortId}`])
})

test('only people who join or leave a cohort are sent, whatever its size', async () => {
  const all = { members: [...members(0, 101, [cohortId]), aMember(200)], next: null, roles }
  server.mockImplementation((input) =>
    pathOf(input).includes('/cohorts/') ? answer({ id: cohortId }) : answer(all),
  )
  const page = await openPage(CohortMembers, { cohortId, members: 1 }, admin)
  await page.getByRole('combobox', { name: 'Show' }).selectOptions('All students')
  await page.getByRole('checkbox', { name: /Member 200/ }).click()
  await page.getByRole('checkbox', { name: /^Member 100 / }).click()
  await page.getByRole('button', { name: 'Save 2 changes' }).click()
  const changes = () => server.mock.calls.flatMap((_, n) => sent(n) ?? [])
  await expect.poll(changes).toEqual([{ add: [idOf(200)], remove: [idOf(100)] }])
})

test('the members of a cohort are loaded separately', async () => {
  server.mockImplementation(() => answer({ members: members(7, 9, [cohortId]), next: null, roles }))
  const page = await openPage(CohortMembers, { cohortId, members: 1 }, admin)
  await expect.element(page.getByText(/2.people/)).toBeVisible()
  expect(asked()).toEqual([`cohortId=${cohortId}`])
})

test('a coach is chosen among all mentors, a student in one cohort or among the newest', async () => {
  const mentor = { ...aMember(1), role: 'mentor', name: 'Ada Rowe' }
  const pair = {
    id: idOf(1),
    mentorId: 'a',
    mentor: 'Ada Rowe',
    studentId: 'b',
    student: 'Leila',
    createdAt: '',
  }
  const coachings = { coachings: [pair], next: null }
  server.mockImplementation((input) => {
    const of = new URL(pathOf(input), 'https://mettle.example').searchParams
    if (pathOf(input).includes('/coachings')) return answer(coachings)
    if (of.get('role') === 'mentor') return answer({ members: [mentor], next: null, roles })
    if (of.get('cohortId')) return answer({ members: members(700, 702), next: null, roles })
    return answer({ members: members(0, 100), next: idOf(99), roles })
  })
  const first = { '/api/coachings': coachings, '/api/cohorts': cohorts }
  const page = await openPage(Coaching, {}, { ...admin, first })
  await expect.element(page.getByText('Ada Rowe coaches Leila').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Mentor' }).selectOptions('Ada Rowe')
  const student = page.getByRole('combobox', { name: 'Student', exact: true })
  await expect
    .element(student.getByRole('option', { name: 'Member 99', exact: true }))
    .toBeInTheDocument()
  await page.getByRole('combobox', { name: /Cohort/ }).selectOptions('Autumn 2026')
  await student.selectOptions('Member 701')
  await page.getByRole('button', { name: 'Assign coach' }).click()
  const writes = () => server.mock.calls.flatMap((_, n) => sent(n) ?? [])
  await expect.poll(writes).toContainEqual({ mentorId: 'account 1', studentId: 'account 701' })
})

test('employers beyond the first page can be blocked by name', async () => {
  const employer = (n: number) => ({ id: idOf(n), name: `Employer ${n}` })
  server.mockImplementation(() => answer({ blocks: [], employers: [employer(2)], next: null }))
  const first = { '/api/blocks': { blocks: [], employers: [employer(1)], next: idOf(1) } }
  const page = await openPage(Blocks, {}, { session: aSession(), first })
  await expect.element(page.getByRole('option', { name: 'Employer 2' })).toBeInTheDocument()
  await expect.element(page.getByRole('option', { name: 'Employer 1' })).toBeInTheDocument()
})

test('a thirteenth name to hide is refused, not dropped', async () => {
  const aliases = Array.from({ length: 13 }, (_, n) => `Name ${n}`)
  const page = await openPage(NamesForm, { name: 'Riverside', aliases }, admin)
  await page.getByRole('button', { name: 'Save' }).click()
  const words = 'You can enter up to 12 names. You entered 13.'
  await expect.element(page.getByText(words).first()).toBeVisible()
  expect(server).not.toHaveBeenCalled()
  await page.getByRole('textbox', { name: /Other names/ }).fill(aliases.slice(1).join('\n'))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => sent(0)).toEqual({ name: 'Riverside', aliases: aliases.slice(1) })
})

test('a search by ten places says that ten are the most', async () => {
  const regions = Array.from({ length: 10 }, (_, n) => `GB-A${n}`)
  const criteria = { skills: [], match: 'any' as const, level: 3 as const, mentorReviewed: false }
  const props = (count: number) => ({
    criteria: { ...criteria, remote: false, regions: regions.slice(0, count) },
    facets: undefined,
    error: undefined,
    typed: '',
  })
  const full = await openPage(PlaceCriteria, props(10), admin)
  await expect.element(full.getByText(/You can choose up to ten places/)).toBeVisible()
  await full.unmount()
  const free = await openPage(PlaceCriteria, props(9), admin)
  expect(free.container.textContent).not.toContain('up to ten places')
})

const titled = (n: number) => `Number ${n}`
const requests = (side: 'student' | 'employer', count: number) => ({
  side,
  next: null,
  requests: Array.from({ length: count }, (_, n) => ({
    id: idOf(n),
    title: titled(n),
    state: 'delivered',
    version: 1,
    because: null,
    employer: 'Harbourline',
    pseudonym: idOf(n),
    deliverAt: null,
    answerBy: '2026-12-08T18:00:00.000Z',
    acceptBy: null,
    startsAt: null,
  })),
})
const requestsPath = '/api/interview-requests'
const coached = Array.from({ length: 130 }, (_, n) => {
  return { studentId: idOf(n), name: titled(n), attempt: null, badges: 0 }
})

test.each([
  ['requests to a student', Interviews, requestsPath, requests('student', 70), 50, 70],
  ['requests of an employer', AskedFor, requestsPath, requests('employer', 70), 50, 70],
  [
    'openings',
    Openings,
    '/api/openings',
    {
      openings: Array.from({ length: 70 }, (_, n) => anOpening({ id: idOf(n) })),
      next: null,
    },
    50,
    70,
  ],
  [
    'whom a mentor coaches',
    Coached,
    '/api/insights/cohort',
    { students: coached, next: null },
    100,
    130,
  ],
])(
  'a long list of %s says how much of it is shown, and shows more',
  async (_, Page, path, list, step, all) => {
    const first = {
      '/api/members': { members: members(0, 3), next: null },
      '/api/revision-plans': { plans: [], next: null },
      [path]: list,
    }
    const page = await openPage(Page, {}, { ...admin, first })
    const lines = () => page.container.querySelectorAll('ul.ledger > li, tbody > tr').length
    await expect.element(page.getByText(`${step} of ${all} shown.`)).toBeVisible()
    expect(lines()).toBe(step)
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(lines).toBe(all)
    expect(page.container.textContent).not.toContain('Show more')
  },
)

test('coachings are loaded a page at a time, with names', async () => {
  const coached = (n: number) => ({ id: idOf(n), mentor: `Mentor ${n}`, student: `Student ${n}` })
  const more = { coachings: [coached(2)], next: null }
  server.mockImplementation((input) =>
    answer(pathOf(input).includes('/coachings') ? more : { members: members(0, 3), next: null }),
  )
  const first = {
    '/api/coachings': { coachings: [coached(1)], next: idOf(1) },
    '/api/cohorts': cohorts,
  }
  const page = await openPage(Coaching, {}, { ...admin, first })
  await expect.element(page.getByText('Mentor 1 coaches Student 1').first()).toBeVisible()
  expect(page.container.textContent).not.toContain('Student 2')
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.element(page.getByText('Mentor 2 coaches Student 2').first()).toBeVisible()
})
