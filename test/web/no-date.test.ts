import { beforeEach, describe, expect, test } from 'vitest'

import Late from '../../web/admin/cohort/Late.svelte'
import AdminNext from '../../web/admin/home/NextTask.svelte'
import Check from '../../web/student/check/Check.svelte'
import Home from '../../web/student/home/Home.svelte'
import Result from '../../web/student/result/Result.svelte'
import type { Waiting } from '../../web/student/result/result.ts'
import { anAttemptToCheck, attemptPath, handedIn, receipt, waiting } from './support/attempts.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  localStorage.clear()
})

const words = () => document.querySelector('main')?.textContent ?? ''
const aDate = /You’ll have your result by|December 2026|\bDec\b/

type Lacking = NonNullable<Waiting['waitsFor']>
const without = (waitsFor: Lacking): Waiting => ({ ...waiting, expectedBy: null, waitsFor })

describe.each([
  ['mentor', /Your programme has no mentor who can judge your answers/],
  ['reviewer', /A mentor and one more reviewer would be enough/],
  ['time', /We missed the date three times, so we will not give you another one/],
] as const)('an answer that waits for a %s', (waitsFor, why) => {
  test('has no date on its page, which says why and who was told', async () => {
    const page = await openPage(
      Result,
      { attemptId: 'a1' },
      {
        session: aSession(),
        first: {
          [attemptPath]: handedIn(),
          [`${attemptPath}/result`]: without(waitsFor),
          '/api/credentials': { credentials: [] },
        },
      },
    )
    await expect.element(page.getByText('There is no date for your result')).toBeVisible()
    await expect.element(page.getByText(why)).toBeVisible()
    await expect
      .element(page.getByText('Reviews so far: 1. We need at least 3.', { exact: true }))
      .toBeVisible()
    expect(words()).not.toMatch(aDate)
    expect(await violations()).toEqual([])
  })

  test('has none on the home page either', async () => {
    server.mockImplementation((path) =>
      answer(path === '/api/attempts/a1/result' ? without(waitsFor) : {}),
    )
    const attempt = {
      id: 'a1',
      challengeId: 'hand-to-hand',
      title: 'Hand to hand',
      skill: 'collaboration',
      state: 'handed-in',
      round: 1,
      startedAt: receipt.handedInAt,
      minutes: 20,
      closesAt: '2026-12-20T10:00:00.000Z',
      endedAt: receipt.handedInAt,
      turnsTaken: 3,
      submissionId: 's1',
      handedInAt: receipt.handedInAt,
      promisedAt: null,
      closedAt: null,
      isRead: false,
    }
    const page = await openPage(
      Home,
      {},
      {
        session: aSession(),
        first: {
          '/api/attempts': { attempts: [attempt], mentorIsFree: waitsFor !== 'mentor' },
          '/api/review-work': {
            role: 'peer',
            claim: null,
            challenges: [],
            pause: null,
            lookAgainAt: null,
            owed: { owed: 0, done: 0, minutesLeft: 0, atMost: 5 },
            smallGroup: false,
          },
          '/api/interview-requests': { side: 'student', requests: [] },
          '/api/credentials': { credentials: [] },
        },
      },
    )
    await expect.element(page.getByText(/There is no date for the result now/)).toBeVisible()
    expect(words()).not.toMatch(aDate)
  })
})

describe('while no mentor may judge', () => {
  const open = (attempt: ReturnType<typeof anAttemptToCheck>) =>
    openPage(Check, { attemptId: 'a1' }, { session: aSession(), first: { [attemptPath]: attempt } })

  test('handing in promises no date, and can be done all the same', async () => {
    const page = await open({ ...anAttemptToCheck(), decideWithinDays: null })
    await expect.element(page.getByText(/so we cannot give you a date/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Hand in my answers' })).toBeVisible()
    expect(words()).not.toMatch(/You’ll have your result within/)
  })

  test('with a mentor it does promise one', async () => {
    const page = await open(anAttemptToCheck())
    await expect.element(page.getByText(/You’ll have your result within 7 days, by/)).toBeVisible()
  })

  test('the receipt has no date, and says that one will be mailed', async () => {
    const page = await open({
      ...handedIn(),
      receipt: { ...receipt, promisedAt: null, waitsFor: 'mentor' },
    })
    await expect.element(page.getByText('No date', { exact: true })).toBeVisible()
    await expect.element(page.getByText(/We will email you when there is a date/)).toBeVisible()
    expect(words()).not.toMatch(aDate)
    expect(await violations()).toEqual([])
  })
})

const aLate = (waitsFor: Lacking | null) => ({
  submissionId: crypto.randomUUID(),
  challengeTitle: `Waits for ${waitsFor ?? 'time'}`,
  skill: 'collaboration',
  handedInAt: receipt.handedInAt,
  promisedAt: waitsFor ? null : receipt.promisedAt,
  waitsFor,
  pastPromise: waitsFor !== null,
  peerReviews: 1,
  mentorReviews: 0,
})
const late = (...all: (Lacking | null)[]) => ({
  late: all.map(aLate),
  mentors: 2,
  mentorNames: ['Ada Rowe', 'Bo Lind'],
  now: '2026-11-25T18:00:00.000Z',
})

describe('an admin', () => {
  test('sees for each answer whom it waits for, and a date only if there is one', async () => {
    const page = await openPage(
      Late,
      {},
      {
        session: aSession([aMembership('admin')]),
        first: { '/api/insights/late': late('mentor', 'reviewer', null) },
      },
    )
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
    await expect.element(row('Waits for mentor').getByText('No mentor can judge it')).toBeVisible()
    await expect.element(row('Waits for mentor').getByText('No date given')).toBeVisible()
    await expect.element(row('Waits for reviewer').getByText('Too few reviewers')).toBeVisible()
    await expect.element(row('Waits for time').getByText('No date given')).not.toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  test.each([
    ['mentor', 'Invite a mentor', '/people?as=mentor#invite'],
    ['reviewer', 'Invite people', '/people#invite'],
    [null, 'See your mentors', '/people?role=mentor'],
  ] as const)('reads what to do about answers that wait for: %s', async (whom, go, href) => {
    const first = { '/api/insights/late': late(whom) }
    const page = await openPage(Late, {}, { session: aSession([aMembership('admin')]), first })
    expect(
      page
        .getByRole('link')
        .elements()
        .map((link) => [link.textContent.trim(), link.getAttribute('href')]),
    ).toEqual([[go, href]])
    const named = page.getByText(/Your mentors are Ada Rowe and Bo Lind\. Ask them to open Reviews/)
    expect(named.elements()).toHaveLength(whom === null ? 1 : 0)
    expect(await violations()).toEqual([])
  })

  test.each([
    ['mentor', /mentor/, '/people?as=mentor#invite'],
    ['reviewer', /review/, '/people#invite'],
  ] as const)('has as the next step the missing people: a %s', async (whom, why, href) => {
    const page = await openPage(
      AdminNext,
      { operator: false },
      {
        session: aSession([aMembership('admin')]),
        first: {
          '/api/members': { members: [], next: null, roles: [] },
          '/api/cohorts': { cohorts: [] },
          '/api/invitations': { invitations: [], next: null },
          '/api/insights/late': late(whom, null),
        },
      },
    )
    await expect.element(page.getByText(why).first()).toBeVisible()
    await expect.element(page.getByRole('link', { name: /people/i })).toHaveAttribute('href', href)
  })
})
