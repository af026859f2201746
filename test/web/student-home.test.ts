import { beforeEach, expect, test } from 'vitest'

import { answerByWords } from '../../web/student/home/answer-by-words.ts'
import { greeting } from '../../web/student/home.ts'
import Home from '../../web/student/home/Home.svelte'
import type {
  AttemptSummary,
  Facts,
  OwnRequests,
  ReviewWork,
} from '../../web/student/home/tasks.ts'
import { tasksOf } from '../../web/student/home/tasks.ts'
import { noMeeting } from './support/interviewing.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { waiting } from './support/attempts.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  localStorage.clear()
})

const now = new Date('2026-11-25T18:00:00.000Z')

function anAttempt(state: AttemptSummary['state'], more: Partial<AttemptSummary> = {}) {
  return {
    id: `${state}-1`,
    challengeId: 'hand-to-hand',
    title: 'Hand to hand',
    skill: 'collaboration',
    state,
    round: 1,
    startedAt: '2026-11-20T10:00:00.000Z',
    closesAt: '2026-12-20T10:00:00.000Z',
    endedAt: null,
    minutes: 20,
    turnsTaken: 3,
    submissionId: null,
    handedInAt: null,
    promisedAt: '2026-12-02T10:00:00.000Z',
    closedAt: state === 'closed' ? '2026-11-24T10:00:00.000Z' : null,
    isRead: false,
    revisableUntil: null,
    ...more,
  } satisfies AttemptSummary
}

const work: ReviewWork = {
  role: 'peer',
  claim: null,
  challenges: [
    {
      challengeId: 'hand-to-hand',
      title: 'Hand to hand',
      skill: 'collaboration',
      waiting: 2,
      oldestAt: null,
      soon: false,
      practiceNeeded: 0,
      owed: 5,
      done: 2,
      minutesLeft: 12,
      atMost: 5,
    },
  ],
  owed: { owed: 5, done: 2, minutesLeft: 12, atMost: 5 },
  pause: null,
  lookAgainAt: null,
  smallGroup: false,
}

const request: OwnRequests[number] = {
  id: 'r1',
  employer: 'Harbourline',
  title: 'Passenger service assistant',
  state: 'delivered',
  because: null,
  answerBy: '2026-12-08T10:00:00.000Z',
  acceptBy: null,
  ...noMeeting,
}

const everything: Facts = {
  attempts: [anAttempt('closed'), anAttempt('handed-in'), anAttempt('open')],
  work,
  requests: [request],
  now,
}
const kinds = (facts: Partial<Facts>) =>
  tasksOf({ ...everything, ...facts }).map(({ kind }) => kind)

test('what expires soonest for others comes first, and waiting last', () => {
  expect(kinds({})).toEqual(['request', 'result', 'go-on', 'reviews', 'waiting'])
})

test('of two requests, and of two open attempts, the one that ends sooner comes first', () => {
  const sooner = { ...request, id: 'r2', answerBy: '2026-11-28T10:00:00.000Z' }
  const open = anAttempt('open')
  const openShorter = anAttempt('open', { id: 'open-2', closesAt: '2026-12-01T10:00:00.000Z' })
  const ids = tasksOf({
    ...everything,
    work: undefined,
    requests: [request, sooner],
    attempts: [open, openShorter],
  }).map((task) => ('request' in task ? task.request.id : 'attempt' in task && task.attempt.id))
  expect(ids).toEqual(['r2', 'r1', 'open-2', 'open-1'])
})

test('a request says until when a time can be accepted, if that is before the time to answer', () => {
  const soon = { ...request, id: 'r2', acceptBy: '2026-11-28T10:00:00.000Z' }
  expect(answerByWords(request)).toMatch(/^Answer by .*8/)
  expect(answerByWords(soon)).toMatch(/^To accept, answer by .*28/)
  const [first] = tasksOf({ ...everything, requests: [request, soon] })
  expect(first).toMatchObject({ kind: 'request', request: { id: 'r2' } })
})

test('a result already read is no longer the next step', () => {
  const read = anAttempt('closed', { isRead: true })
  expect(kinds({ attempts: [read] })).not.toContain('result')
  const old = anAttempt('closed', { closedAt: '2026-11-01T10:00:00.000Z' })
  expect(kinds({ attempts: [old], requests: [], work: undefined })).toEqual(['find'])
})

test('reviews are a task only if they are owed and some wait', () => {
  const none = { ...work, challenges: [] }
  const done = { ...work, owed: { owed: 5, done: 5, minutesLeft: 0, atMost: 5 } }
  for (const each of [none, done]) {
    expect(kinds({ work: each, attempts: [], requests: [] })).toEqual(['find'])
  }
})

function open(first: Record<string, unknown>, session = aSession()) {
  const nothing = {
    '/api/attempts': { attempts: [], mentorIsFree: true },
    '/api/review-work': {
      ...work,
      challenges: [],
      owed: { owed: 0, done: 0, minutesLeft: 0, atMost: 0 },
    },
    '/api/interview-requests': { side: 'student', requests: [] },
    '/api/credentials': { credentials: [] },
  }
  return openPage(Home, {}, { session, first: { ...nothing, ...first } })
}

test('a new student is shown one thing to begin with', async () => {
  const page = await open({})
  await expect.element(page.getByRole('heading', { level: 1, name: /, Leila$/ })).toBeVisible()
  await expect.element(page.getByText('Find your first challenge')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Find a challenge' }))
    .toHaveAttribute('href', '/challenges')
  await expect.element(page.getByText(/You get a badge when/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('an absence that can be disputed is the next step, with the deadline', async () => {
  const disputeUntil = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const missed = {
    ...request,
    state: 'no-show',
    endedBy: 'student',
    startsAt: now.toISOString(),
    endsAt: now.toISOString(),
    disputeUntil,
  }
  const requests = [missed, { ...missed, id: 'r2' }]
  const page = await open({ '/api/interview-requests': { side: 'student', requests } })
  await expect.element(page.getByText(/If you were there, tell us by .+/).first()).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'See what you can do' }))
    .toHaveAttribute('href', '/interviews/r1')
  const both = page.getByText('Harbourline says that you did not come')
  await expect.poll(() => both.elements()).toHaveLength(2)
})

test('with everything at once there is one next step, and the rest in order', async () => {
  server.mockImplementation((path) =>
    answer(path === '/api/attempts/handed-in-1/result' ? waiting : {}),
  )
  const page = await open({
    '/api/attempts': { attempts: everything.attempts, mentorIsFree: true },
    '/api/review-work': work,
    '/api/interview-requests': { side: 'student', requests: [request] },
  })
  await expect.element(page.getByText('Harbourline has asked you for an interview')).toBeVisible()
  await expect.element(page.getByText('Your result for “Hand to hand”')).toBeVisible()
  await expect.element(page.getByText(/Reviews so far: 1. We need at least 3/)).toBeVisible()
  await expect
    .element(
      page.getByText(
        /You have 3 more reviews to do now, counting all your challenges. You have done 2 so far/,
      ),
    )
    .toBeVisible()
  expect(document.querySelectorAll('.primary')).toHaveLength(1)
  expect(await violations()).toEqual([])
})

test.each([
  [1, 'Hello, Leila'],
  [5, 'Good morning, Leila'],
  [12, 'Good afternoon, Leila'],
  [18, 'Good evening, Leila'],
])('at %d the page greets with “%s”', (hour, words) => {
  expect(greeting('Leila Haddad', hour)).toBe(words)
})

const inTwo = aSession([
  aMembership('student', { organizationName: 'Riverside College' }),
  aMembership('student', { organizationName: 'Kettlewick College' }),
])
const handedIn = { '/api/attempts': { attempts: [anAttempt('handed-in')], mentorIsFree: true } }

test('in two programmes the page names its own, and the reviews that wait in the other', async () => {
  const membershipId = inTwo.memberships[1]?.membershipId
  const others = [{ membershipId, organizationName: 'Kettlewick College', reviews: 2 }]
  const page = await open({ ...handedIn, '/api/review-work/elsewhere': { others } }, inTwo)
  await expect.element(page.getByText('Riverside College')).toBeVisible()
  await expect.element(page.getByText('In Kettlewick College: 2 reviews to do.')).toBeVisible()
  expect(page.getByText(/Nothing to do right now/).elements()).toEqual([])
  expect(await violations()).toEqual([])
  // A switch that worked would load another page.
  server.mockImplementation(() => refused(503, 'try-again'))
  await page.getByRole('button', { name: 'Switch to Kettlewick College' }).click()
  await expect.poll(() => sent()).toEqual({ membershipId })
})

test.each([
  ['in one programme', aSession(), {}],
  ['if nothing waits in the other', inTwo, { '/api/review-work/elsewhere': { others: [] } }],
])('nothing is to do right now: %s', async (_, session, first) => {
  const page = await open({ ...handedIn, ...first }, session)
  await expect.element(page.getByText('Nothing to do right now')).toBeVisible()
})
