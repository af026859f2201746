import { is } from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { dueWords, dutyOf, isOurs } from '../../web/recruiter/due.ts'
import { nextOf } from '../../web/recruiter/home/next.ts'
import { wrongIn } from '../../web/recruiter/interview/meeting-draft.svelte.ts'
import Interviews from '../../web/recruiter/interview/Interviews.svelte'
import type { Summary } from '../../web/recruiter/requests.ts'
import { standingOf, stateWords } from '../../web/recruiter/standing.ts'
import { tasksOf } from '../../web/student/home/tasks.ts'
import OwnInterviews from '../../web/student/interview/Interviews.svelte'
import {
  standingOf as ownStandingOf,
  stateWords as ownStateWords,
  type Summary as OwnSummary,
} from '../../web/student/interview/requests.ts'
import { reachableAt } from '../../worker/interviews/edition/meeting.ts'
import { MeetingInput } from '../../worker/interviews/edition/meeting-input.ts'
import { aRequest, organization } from './support/hiring.ts'
import { booked, noMeeting } from './support/interviewing.ts'
import { anInterview, theirInterview } from './support/meeting-pages.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

const { startsAt, endsAt } = booked
const before = '2026-12-08T18:00:00.000Z'
const after = '2026-12-09T18:00:00.000Z'

function aSummary(more: Partial<Summary> = {}): Summary {
  const { id, pseudonym, openingId, version, edition, revisions, createdAt, title } = aRequest()
  const own = { id, pseudonym, openingId, version, edition, revisions, createdAt, title }
  const times = {
    deliverAt: null,
    answerBy: null,
    acceptBy: null,
    lastSlotAt: null,
    again: null,
    isRead: true,
    name: null,
    unreadMessageId: null,
    available: true,
  }
  return { ...own, ...times, ...noMeeting, state: 'scheduled', startsAt, endsAt, ...more }
}

const anOwn = (more: Partial<OwnSummary>): OwnSummary => ({
  id: 'own',
  employer: 'Harbourline',
  title: 'Assistant',
  because: null,
  answerBy: null,
  acceptBy: null,
  ...noMeeting,
  state: 'scheduled',
  startsAt,
  endsAt,
  ...more,
})

const outcomeDue = '2026-12-16T23:59:59.999Z'
const located = true
const disputeUntil = '2026-12-12T17:20:00.000Z'
type Case = [what: string, now: string, request: Partial<Summary>, duty: string | undefined]
const duties: Case[] = [
  ['nowhere yet', before, {}, 'place'],
  ['all is said', before, { located }, undefined],
  ['the student asks to move', before, { located, offeredBy: 'student' }, 'choose-time'],
  ['the employer asks to move', before, { located, offeredBy: 'recruiter' }, undefined],
  ['over', after, { located }, 'attendance'],
  ['held', after, { state: 'held', outcomeDue }, 'outcome'],
  ['closed', after, { state: 'closed' }, undefined],
  ['called absent', after, { state: 'no-show', endedBy: 'recruiter', disputeUntil }, 'dispute'],
  [
    'absence is settled',
    after,
    { state: 'no-show', endedBy: 'recruiter', disputeUntil: before },
    undefined,
  ],
  ['the student was absent', after, { state: 'no-show', endedBy: 'student' }, undefined],
]

beforeEach(async () => {
  await freshServer()
  serverTime.learn(before)
})

test.each(duties)('an employer has to act, or not: %s', (_, now, more, duty) => {
  serverTime.learn(now)
  const request = aSummary(more)
  expect(dutyOf(request)).toBe(duty)
  expect(isOurs(request)).toBe(duty !== undefined)
})

test('what is due is shown with its day, and what is overdue is marked', () => {
  expect(dueWords(aSummary())).toMatch(/Say where you will meet/)
  serverTime.learn(after)
  const held = aSummary({ state: 'held', outcomeDue })
  expect(dueWords(held)).toMatch(/^Tell the student your decision by December 16, 2026/)
  serverTime.learn('2026-12-18T09:00:00.000Z')
  expect(dueWords(held)).toMatch(/^Your decision is late/)
})

test('a draft to somebody who is gone is to be deleted, not finished', () => {
  const draft = aSummary({ state: 'draft', startsAt: null, endsAt: null })
  expect(dueWords(draft)).toMatch(/^Finish and send/)
  expect(dueWords({ ...draft, available: false })).toBe(
    'This person is no longer available. Delete the draft.',
  )
  const change = aSummary({ state: 'revision-requested', available: false })
  expect(dueWords(change)).toMatch(/Withdraw the request\.$/)
})

test('a request with no time left to accept does not say that they can still answer by a day', () => {
  const request = aSummary({
    state: 'delivered',
    startsAt: null,
    endsAt: null,
    answerBy: '2026-12-13T23:59:59.999Z',
    lastSlotAt: '2026-12-08T20:30:00.000Z',
  })
  expect(dueWords(request)).toMatch(/^They can answer until/)
  expect(dueWords({ ...request, acceptBy: '2026-12-08T18:30:00.000Z' })).toMatch(
    /^They can accept until December 8.*, and say no until December 13/,
  )
  // Two hours before it starts, a time can no longer be accepted.
  serverTime.learn('2026-12-08T18:31:00.000Z')
  expect(dueWords(request)).toBe('It is too late for the times you offered.')
})

test.each([
  ['2026-12-09T14:29:00.000Z', 'Choose a time', 'They offered other times'],
  ['2026-12-09T14:31:00.000Z', 'Interview agreed', 'Interview agreed'],
  ['2026-12-09T16:40:00.000Z', 'Interview agreed', 'Interview agreed'],
  [after, 'Did the interview take place?', 'Did the interview take place?'],
])('above its page, at %s, an interview with other times on offer says %s', (now, own, theirs) => {
  serverTime.learn(now)
  const until = '2026-12-09T14:30:00.000Z'
  const offer = (by: 'recruiter' | 'student') => ({ by, version: 4, until, slots: [] })
  const [ask, request] = [
    anInterview({ offer: offer('recruiter') }),
    theirInterview({ offer: offer('student') }),
  ]
  expect(ownStateWords(ownStandingOf(ask))).toBe(own)
  expect(stateWords(standingOf(request))).toBe(theirs)
})

test('times offered before the start do not hide that an interview is over, on either side', () => {
  serverTime.learn(after)
  expect(ownStateWords(anOwn({ offeredBy: 'recruiter' }))).toBe('Did the interview take place?')
  expect(stateWords(aSummary({ offeredBy: 'student' }))).toBe('Did the interview take place?')
})

test('the most urgent of an employer’s interviews is the next step on the home page', () => {
  serverTime.learn(after)
  const requests = [
    aSummary({ id: 'held', state: 'held', outcomeDue }),
    aSummary({ id: 'over', located }),
  ]
  const facts = { organization: { state: 'approved' as const }, openings: [] }
  const next = (list: Summary[]) => nextOf({ ...facts, now: serverTime.now(), requests: list })
  expect(next(requests)).toMatchObject({ href: '/interviews/over', action: 'Say if it took place' })
  expect(next(requests.slice(0, 1))).toMatchObject({ href: '/interviews/held' })
})

test('an answer is the next step on the home page until this person has read it, on any device', () => {
  serverTime.learn(before)
  const next = (isRead: boolean) =>
    nextOf({
      organization: { state: 'approved' },
      openings: [],
      now: serverTime.now(),
      requests: [aSummary({ id: 'new', located, isRead })],
    })
  expect(next(false)).toMatchObject({ href: '/interviews/new' })
  expect(next(true)).toMatchObject({ href: '/openings/new' })
})

test('an ended interview says who ended it', () => {
  const words = (more: Partial<Summary>) => stateWords(aSummary(more))
  expect(words({ state: 'cancelled', endedBy: 'student' })).toBe('Cancelled by the student')
  expect(words({ state: 'cancelled', endedBy: 'recruiter' })).toBe('Cancelled by your organization')
  expect(words({ state: 'no-show', endedBy: 'student' })).toBe('They did not come')
  expect(words({ state: 'no-show', endedBy: 'recruiter' })).toBe(
    'They say that none of your team came',
  )
  expect(words({ state: 'closed' })).toBe('Decided')
  expect(words({ state: 'no-show', endedBy: null })).toBe('You disagree about who was there')
})

const titles = () =>
  page
    .getByRole('heading', { level: 3 })
    .elements()
    .map(({ textContent }) => textContent)

test('an employer’s list begins with what waits for it', async () => {
  const requests = [
    aSummary({ id: 'a', title: 'All is said', located }),
    aSummary({ id: 'b', title: 'Where is it' }),
    aSummary({ id: 'c', title: 'Called off', state: 'cancelled', endedBy: 'student' }),
  ]
  const first = {
    '/api/organization': organization,
    '/api/interview-requests': { side: 'employer', requests, next: null },
  }
  await openPage(Interviews, {}, { session: aSession([aMembership('recruiter')]), first })
  await expect.element(page.getByText('Cancelled by the student')).toBeVisible()
  expect(titles().filter((title) => title !== 'Ended')).toEqual([
    'Where is it',
    'All is said',
    'Called off',
  ])
  expect(await violations()).toEqual([])
})

test('an employer reads who has written, before all else, until they open it', async () => {
  const list = [
    aSummary({ id: 'a', title: 'Where is it' }),
    aSummary({ id: 'b', title: 'Decided', state: 'closed', name: 'Leila Haddad' }),
    aSummary({ id: 'c', title: 'Asked', state: 'delivered', unreadMessageId: 'm1' }),
  ]
  const written = { id: 'd', title: 'They wrote', state: 'closed' as const, unreadMessageId: 'm2' }
  const requests = [...list, aSummary({ ...written, name: 'Noor Kaya' })]
  const first = {
    '/api/organization': organization,
    '/api/interview-requests': { side: 'employer', requests, next: null },
  }
  await openPage(Interviews, {}, { session: aSession([aMembership('recruiter')]), first })
  await expect.element(page.getByText('New message from Noor Kaya')).toBeVisible()
  await expect.element(page.getByText('New message from the student')).toBeVisible()
  expect(titles()).toEqual(['Asked', 'They wrote', 'Where is it', 'Ended', 'Decided'])
  // By name after acceptance, by pseudonym before it.
  const to = Array.from(document.querySelectorAll('.entry p.soft'), (line) =>
    line.textContent.replaceAll(/\s+/g, ' ').trim(),
  )
  expect(to).toEqual(['To abe9 82c8', 'To Noor Kaya', 'To abe9 82c8', 'To Leila Haddad'])
  expect(await violations()).toEqual([])

  const next = (of: Summary[]) =>
    nextOf({
      organization: { state: 'approved' },
      openings: [],
      now: serverTime.now(),
      requests: of,
    })
  expect(next(requests)).toMatchObject({
    title: 'New message from the student',
    href: '/interviews/c#messages',
  })
  expect(next(requests.slice(0, 2)).href).not.toContain('#messages')
})

test('a student’s list begins with what needs an answer: a time to choose, whether it took place', async () => {
  const requests = [
    anOwn({ id: 'a', title: 'All is said', located }),
    anOwn({ id: 'b', title: 'Choose', offeredBy: 'recruiter' }),
    anOwn({ id: 'c', title: 'Yesterday', endsAt: '2026-12-07T17:00:00.000Z' }),
    anOwn({ id: 'd', title: 'Called off', state: 'cancelled', endedBy: 'recruiter' }),
    anOwn({ id: 'e', title: 'Came of it', state: 'held' }),
    anOwn({ id: 'f', title: 'Not there', state: 'no-show', endedBy: 'student', disputeUntil }),
  ]
  const first = { '/api/interview-requests': { side: 'student', requests, next: null } }
  await openPage(OwnInterviews, {}, { session: aSession(), first })
  await expect.element(page.getByText('Cancelled by the employer')).toBeVisible()
  expect(titles()).toEqual([
    'Choose',
    'Yesterday',
    'Not there',
    'All is said',
    'Came of it',
    'Called off',
  ])
  await expect.element(page.getByText(/^If you were there, say so by .*12/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('the home page shows first what needs an answer, and last what is only ahead', () => {
  const kinds = (requests: OwnSummary[], now: string) =>
    tasksOf({
      attempts: [],
      work: undefined,
      requests,
      now: new Date(now),
    }).map((task) => (task.kind === 'interview' ? task.request.id : task.kind))
  const list = [anOwn({ id: 'agreed' }), anOwn({ id: 'move', offeredBy: 'recruiter' })]
  expect(kinds(list, before)).toEqual(['move', 'agreed'])
  expect(kinds([anOwn({ id: 'over' })], after)).toEqual(['over'])
  expect(kinds([anOwn({ id: 'held', state: 'held' })], after)).toEqual(['find'])
  const missed = anOwn({ id: 'missed', state: 'no-show', endedBy: 'student', disputeUntil })
  expect(kinds([missed], after)).toEqual(['missed'])
  expect(kinds([missed], '2026-12-13T09:00:00.000Z')).toEqual(['find'])
})

const places = [
  'https://meet.example/a?b=c',
  'http://meet.example/a',
  'meet.example/a',
  'meet',
  'https://',
  'https://who@meet.example/a',
  '0113 496 0000',
  '+44 (0)113 496 0000',
  '12',
  'Quay Street 4, Leeds',
]
const formats = ['video', 'telephone', 'in-person'] as const

test.each(formats.flatMap((format) => places.map((place) => [format, place] as const)))(
  'the form and the Worker agree whether one can meet by %s at %s',
  (format, location) => {
    const draft = { location, name: 'Ruth', email: 'r@b.example', telephone: '' }
    const wrong = wrongIn(draft, { format, calls: false })
    const isRead = is(MeetingInput.entries.location, location)
    const isRight =
      isRead && reachableAt(location, { format, telephoneShared: false }) !== undefined
    expect(wrong.location === false).toBe(isRight)
  },
)

test('an address that is too short and one that is missing have different errors', () => {
  const wordsOf = (location: string) =>
    wrongIn(
      { location, name: 'Ruth', email: 'r@b.example', telephone: '' },
      { format: 'in-person', calls: false },
    ).location
  expect(wordsOf('x')).toMatch(/too short/)
  expect(wordsOf('')).toMatch(/^Enter the address/)
})
