import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import {
  askedOf,
  type Criteria,
  firstToDrop,
  queryOf,
  readCriteria,
  setIn,
} from '../../web/recruiter/search/criteria.ts'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import Search from '../../web/recruiter/search/Search.svelte'
import { addressOf, anOpening, content, openingId, organization } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, offline, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const none = { skills: {}, levels: {}, regions: {}, remote: '<5', mentorReviewed: '<5' }
const facets = {
  ...none,
  skills: { collaboration: '20+', empathy: '<5' },
  levels: { 3: '20+', 4: '<5' },
}

const aCard = (number: number) => ({
  pseudonym: `${String(number).padStart(8, '0')}-0000-8000-8000-000000000000`,
  headline: `Person ${number}`,
  badges: [{ skill: 'collaboration', level: 3 }],
})

interface Found {
  count?: string
  atLeast?: boolean
  cards?: ReturnType<typeof aCard>[]
  next?: string | null
}

/** A server that finds these cards; `more` answers the second page. */
function finds(
  { count = '20+', atLeast = false, cards = [aCard(1), aCard(2)], next = null }: Found = {},
  more?: () => Promise<Response>,
) {
  server.mockImplementation((input, init) => {
    const path = addressOf(input)
    if (!path.includes('/api/searches')) return answer({})
    if (!path.includes('/pages')) return answer({ searchId: 's1', count, atLeast, facets }, 201)
    const isFirst = init?.body === '{}'
    return more && !isFirst ? more() : answer({ day: '2026-11-25', cards, next }, 201)
  })
}

const calls = (part: string) =>
  server.mock.calls.filter(([input]) => addressOf(input).includes(part)).length

function openSearch(openings = [anOpening()]) {
  const session = aSession([aMembership('recruiter')])
  return openPage(Search, { openingId }, { session, first: { '/api/openings': { openings } } })
}

beforeEach(async () => {
  await freshServer()
  history.replaceState(null, '', '/')
})

const criteria = (query: string): Criteria => readCriteria(new URLSearchParams(query))

test('criteria are in the address, and equal criteria have one address', () => {
  const query =
    '?skill=empathy&skill=collaboration&match=all&level=4&mentor=1&region=leeds&remote=1'
  expect(queryOf(criteria(query))).toBe(
    '?skill=collaboration&skill=empathy&match=all&level=4&mentor=1&region=GB-LDS&remote=1',
  )
  expect(queryOf(criteria('?skill=charm&level=9&region=nowhere+land&sort=score'))).toBe('')
})

test('a level without a skill asks for any of the eight', () => {
  expect(askedOf(criteria('?level=4')).skills).toMatchObject({ match: 'any' })
  expect(askedOf(criteria('?level=4')).skills?.of).toHaveLength(8)
  expect(askedOf(criteria(''))).toEqual({})
})

test('who asks for people with all of several skills asks the server for no others', () => {
  const asked = (match: string) => askedOf(criteria(`?skill=empathy&skill=initiative${match}`))
  expect(asked('&match=all').skills).toMatchObject({ match: 'all' })
  expect(asked('&match=all').skills?.of.map(({ skill }) => skill)).toEqual([
    'initiative',
    'empathy',
  ])
  expect(asked('').skills).toMatchObject({ match: 'any' })
})

test('each chip removes exactly its own criterion', () => {
  const all = criteria('?skill=empathy&mentor=1&region=FR')
  expect(setIn(all).map(({ without }) => queryOf(without))).toEqual([
    '?mentor=1&region=FR',
    '?skill=empathy&region=FR',
    '?skill=empathy&mentor=1',
  ])
})

test('where nobody matches, the narrowest criterion is offered first', () => {
  const after = (query: string) => queryOf(firstToDrop(criteria(query))?.without ?? criteria(''))
  expect(after('?skill=empathy&skill=resilience&match=all&level=4')).not.toContain('match')
  expect(after('?skill=empathy&level=4&mentor=1')).toBe('?skill=empathy&mentor=1')
  expect(firstToDrop(criteria(''))).toBeUndefined()
})

test('says how many match, blurred, and why in this order', async () => {
  finds()
  await openSearch()
  await expect
    .element(page.getByRole('heading', { level: 2 }))
    .toMatchTextContent(/20\+ people fit/)
  await expect.element(page.getByText(/We do not rank people/)).toBeVisible()
  await expect.element(page.getByText('Person 2')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a small count is exact once all of them are on the page', async () => {
  finds({ count: '<5', cards: [aCard(1), aCard(2), aCard(3)] })
  await openSearch()
  await expect
    .element(page.getByRole('heading', { level: 2 }))
    .toMatchTextContent(/3 people fit this opening/)
})

test('only skills that can be shown are offered, and no level that nobody has', async () => {
  finds()
  await openSearch()
  await expect.element(page.getByRole('checkbox', { name: /Collaboration/ })).toBeVisible()
  expect(page.getByRole('checkbox', { name: /Resilience/ }).elements()).toEqual([])
  expect(page.getByRole('radio', { name: /exemplary/ }).elements()).toEqual([])
})

test('the next page is appended, and the focus moves to it', async () => {
  finds({ next: aCard(2).pseudonym }, () =>
    answer({ day: '2026-11-25', cards: [aCard(3)], next: null }, 201),
  )
  await openSearch()
  await userEvent.click(page.getByRole('button', { name: 'Show more' }))
  await expect.element(page.getByText('Person 3')).toBeVisible()
  expect(sent()).toEqual({ day: '2026-11-25', after: aCard(2).pseudonym })
  expect(page.getByText('Person 1').elements()).toHaveLength(1)
  await vi.waitFor(() => expect(document.activeElement?.id).toBe(`card-${aCard(3).pseudonym}`))
})

test('an incomplete count is shown as “at least”', async () => {
  finds({ count: '150+', atLeast: true })
  await openSearch()
  await expect.element(page.getByText('At least 150 people meet all your criteria')).toBeVisible()
})

test('an empty page loads further pages, and then the reader is asked', async () => {
  finds({ count: '<5', atLeast: true, cards: [], next: 'place-5' }, () =>
    answer(
      { day: '2026-11-25', cards: calls('/pages') < 6 ? [] : [aCard(3)], next: 'place-10' },
      201,
    ),
  )
  await openSearch()
  await expect.element(page.getByText(/Nobody found so far/)).toBeVisible()
  expect(calls('/pages')).toBe(5)
  await userEvent.click(page.getByRole('button', { name: 'Show more' }))
  await expect.element(page.getByText('Person 3')).toBeVisible()
  expect(sent()).toEqual({ day: '2026-11-25', after: 'place-10' })
})

test.each([
  ['whose order has changed', 'search-moved', /The list has changed/],
  ['with too many pages', 'search-pages-over', /This list ends here.*Start a new list/],
])('a list %s begins again', async (_, type, says) => {
  finds({ next: aCard(2).pseudonym }, () => refused(409, type))
  await openSearch()
  await userEvent.click(page.getByRole('button', { name: 'Show more' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(says)
  await userEvent.click(page.getByRole('button', { name: 'Start again' }))
  await vi.waitFor(() => expect(calls('/pages')).toBe(3))
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

test('nobody for an opening has another message than no match', async () => {
  finds({ count: '<5', cards: [] })
  await openSearch()
  await expect.element(page.getByText('No people to show yet')).toBeVisible()
})

test('with criteria and no match, the one to drop is a link', async () => {
  history.replaceState(null, '', '/?skill=empathy&level=4')
  finds({ count: '<5', cards: [] })
  await openSearch()
  await expect
    .element(page.getByRole('link', { name: 'Include people with the level “proficient”' }))
    .toHaveAttribute('href', `/openings/${openingId}/search?skill=empathy`)
})

test('what is missing for a search is shown with what to do', async () => {
  server.mockImplementation(() =>
    refused(403, 'employer-not-approved', { missing: ['details', 'approval'] }),
  )
  await openSearch()
  await expect.element(page.getByText("Your organization's details")).toBeVisible()
  await expect.element(page.getByText(/the approval has ended/)).toBeVisible()
  expect(page.getByText('Your work email address').elements()).toHaveLength(0)
})

test('a search without a network says that there is no connection', async () => {
  server.mockImplementation(offline)
  await openSearch()
  await expect.element(page.getByText(/There is no connection/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('an approval that ended is shown with its day', async () => {
  server.mockImplementation((input) =>
    addressOf(input).includes('/api/organization')
      ? answer({ ...organization, approvedUntil: '2026-11-20T12:00:00.000Z' })
      : refused(403, 'employer-not-approved', { missing: ['d'] }),
  )
  serverTime.learn('2026-11-25T18:00:00.000Z')
  await openSearch()
  await expect.element(page.getByText(/approval ended on .*20.*2026/)).toBeVisible()
})

test('an opening that is not approved cannot be searched for', async () => {
  const version = { content, decidedAt: null, reason: null }
  const shown = await openSearch([anOpening({ approved: null, waiting: version })])
  await expect.element(page.getByText('This opening is waiting for approval')).toBeVisible()
  await shown.unmount()
  const declined = { ...version, reason: 'The pay is per hour, not per day.' }
  await openSearch([anOpening({ approved: null, declined })])
  await expect.element(page.getByText('This opening is not approved')).toBeVisible()
  await expect.element(page.getByText(/The pay is per hour, not per day/)).toBeVisible()
  expect(calls('/api/searches')).toBe(0)
})
