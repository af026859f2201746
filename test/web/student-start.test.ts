import { beforeEach, expect, test } from 'vitest'

import type { Session } from '../../web/lib/reader/session.ts'
import type { AttemptSummary } from '../../web/student/home/tasks.ts'
import Start from '../../web/student/start/Start.svelte'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { anAttempt } from './support/attempts.ts'
import { addressOf } from './support/hiring.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const challenge = {
  id: 'hand-to-hand',
  title: 'Hand to hand',
  summary: 'A library moves up a lane.',
  skill: 'collaboration',
  minutes: 20,
  promptCount: 2,
  decideWithinDays: 7,
  judging: { peersAtFirst: 2, mentorsAtFirst: 1, peersAtMost: 5, mentorsAtMost: 2 },
  price: {
    minutesToPlay: 20,
    reviewsOwed: 5,
    reviewMinutes: 25,
    daysToDecision: 7,
    againAfterDays: 30,
  },
  rubric: {
    criteria: [{ competency: 'agree', name: 'Agree the work', description: 'Who, what.' }],
  },
}

const open = (
  session: Session | null,
  mentorIsFree: boolean | null = true,
  attempts: AttemptSummary[] = [],
) =>
  openPage(
    Start,
    { challengeId: 'hand-to-hand' },
    {
      session,
      first: {
        '/api/challenges/hand-to-hand': challenge,
        ...(session && { '/api/attempts': { attempts, mentorIsFree, next: null } }),
      },
    },
  )

test('says what it takes, who judges and by when, before it begins', async () => {
  const page = await open(aSession())
  await expect.element(page.getByText(/About 20 minutes: a story/)).toBeVisible()
  await expect.element(page.getByText(/review up to 5 answers by others/)).toBeVisible()
  await expect
    .element(
      page.getByText(
        /Usually 2 people who have done this challenge judge your answers. Then a mentor does, from your programme or from one that shares/,
      ),
    )
    .toBeVisible()
  await expect.element(page.getByText(/^Within 7 days\. If you hand in today, by/)).toBeVisible()
  await expect.element(page.getByText('Agree the work.')).toBeVisible()
  expect(await violations()).toEqual([])
})

test.each([
  [null, 'Fewer than ten people have had a result, so we cannot say how long they waited.'],
  [
    { medianHours: 30, rounds: 12, of: 'programme' },
    'Half of the last 12 people in your programme had their result within 30 hours.',
  ],
  [
    { medianHours: 77, rounds: 30, of: 'everyone' },
    'Half of the last 30 people had their result within 3 days. They come from all programmes, because yours has had too few results.',
  ],
])(
  'says how long others waited, and that the share of second rounds is simulated: %j',
  async (wait, words) => {
    const path = '/api/challenges/hand-to-hand/wait'
    server.mockImplementation((asked) => answer(addressOf(asked) === path ? { wait } : {}))
    const page = await open(aSession())
    await expect.element(page.getByText(words)).toBeVisible()
    await expect
      .element(
        page.getByText(
          /About four in ten people who are good at the skill need this\. This figure comes from a simulation/,
        ),
      )
      .toBeVisible()
  },
)

test('promises no date where the programme has nobody who can decide, and says so', async () => {
  const page = await open(aSession(), false)
  await expect
    .element(page.getByText(/There is no date\. Your programme has no mentor/))
    .toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Begin the story' })).toBeVisible()
  expect(document.querySelector('main')?.textContent).not.toMatch(/ithin 7 days|today: by/)
  expect(await violations()).toEqual([])
})

test.each([
  ['somebody signed out', null],
  ['somebody in no programme', aSession([])],
  ['a mentor', aSession([aMembership('mentor')])],
])('for %s it says what a date depends on, and gives none', async (_, session) => {
  const page = await open(session, null)
  await expect
    .element(page.getByText(/Usually within 7 days, if your programme has a mentor/))
    .toBeVisible()
  expect(document.querySelector('main')?.textContent).not.toMatch(/today, by/)
  expect(server.mock.calls.map(([path]) => path)).not.toContain('/api/attempts')
})

test('somebody signed out signs in and comes back here', async () => {
  const page = await open(null)
  await expect
    .element(page.getByRole('link', { name: 'Sign in and begin' }))
    .toHaveAttribute('href', '/sign-in?to=%2Fstart%2Fhand-to-hand')
})

test('somebody in no programme joins one and comes back here', async () => {
  const page = await open(aSession([]))
  await expect
    .element(page.getByRole('link', { name: 'Join a programme' }))
    .toHaveAttribute('href', '/join?to=%2Fstart%2Fhand-to-hand')
})

test('a student who acts as a mentor is asked to act as a student', async () => {
  const page = await open(aSession([aMembership('mentor'), aMembership('student')]))
  await expect.element(page.getByRole('button', { name: 'Continue as a student' })).toBeVisible()
})

test('an open attempt is continued', async () => {
  server.mockImplementation(() => refused(409, 'attempt-open', { attemptId: 'a7' }))
  const page = await open(aSession())
  await page.getByRole('button', { name: 'Begin the story' }).click()
  await expect
    .element(page.getByRole('link', { name: 'Continue' }))
    .toHaveAttribute('href', '/attempts/a7')
  expect(sent()).toEqual({ challengeId: 'hand-to-hand' })
  await expect
    .element(page.getByRole('button', { name: 'Begin the story' }))
    .not.toBeInTheDocument()
})

const aTry = (more: Partial<AttemptSummary>): AttemptSummary => {
  const { id, challengeId, title, skill, round, startedAt, closesAt, minutes } = anAttempt()
  const none = { submissionId: null, handedInAt: null, promisedAt: closesAt, closedAt: null }
  const own = { id, challengeId, title, skill, round, startedAt, closesAt, minutes }
  return {
    ...own,
    ...none,
    turnsTaken: 3,
    isRead: true,
    revisableUntil: null,
    state: 'open',
    endedAt: null,
    ...more,
  }
}

test.each([
  ['open', [aTry({ id: 'a7' })], 'Continue', '/attempts/a7'],
  [
    'two others open in the skill',
    [aTry({ id: 'a8', challengeId: 'one' }), aTry({ id: 'a9', challengeId: 'two' })],
    'Continue challenge 2',
    '/attempts/a9',
  ],
  [
    'handed in a week ago',
    [aTry({ id: 'a6', state: 'closed', endedAt: new Date(Date.now() - 7 * 864e5).toISOString() })],
    'See your last result',
    '/attempts/a6/result',
  ],
] as const)('%s: it is said before any press, with the way on', async (_, attempts, name, href) => {
  const page = await open(aSession(), true, [...attempts])
  await expect.element(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', href)
  await expect
    .element(page.getByRole('button', { name: 'Begin the story' }))
    .not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test.each([
  ['lapsed', aTry({ state: 'lapsed', endedAt: new Date().toISOString() })],
  ['handed in 31 days ago', aTry({ state: 'closed', endedAt: '2025-01-01T00:00:00.000Z' })],
  ['open in another skill', aTry({ challengeId: 'other', skill: 'empathy' })],
])('one that is %s does not prevent a new one', async (_, attempt) => {
  const page = await open(aSession(), true, [attempt])
  await expect.element(page.getByRole('button', { name: 'Begin the story' })).toBeVisible()
})

test('two open ones in the skill are both offered', async () => {
  server.mockImplementation(() => refused(409, 'attempt-open', { attemptIds: ['a7', 'a8'] }))
  const page = await open(aSession())
  await page.getByRole('button', { name: 'Begin the story' }).click()
  await expect
    .element(page.getByRole('link', { name: 'Continue challenge 2' }))
    .toHaveAttribute('href', '/attempts/a8')
})

test('too early: the page says from which day', async () => {
  server.mockImplementation(() =>
    refused(409, 'attempt-too-early', { againAt: '2026-12-19T10:00:00.000Z' }),
  )
  const page = await open(aSession())
  await page.getByRole('button', { name: 'Begin the story' }).click()
  await expect.element(page.getByText(/again from .*19.*2026/)).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Find another challenge' })).toBeVisible()
  expect(await violations()).toEqual([])
})
