import { beforeEach, expect, test, vi } from 'vitest'
import { page as screen } from 'vitest/browser'

import Coaching from '../../web/mentor/Coaching.svelte'
import MentorHome from '../../web/mentor/Home.svelte'
import Practice from '../../web/reviews/practice/Practice.svelte'
import Reviews from '../../web/reviews/queue/Reviews.svelte'
import { lastReview } from '../../web/lib/review/last-review.ts'
import DeskThenList from './support/DeskThenList.svelte'
import { nextChallenge, practiceFirst, type ReviewWork } from '../../web/reviews/queue/work.ts'
import { went } from './support/navigation.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { aClaim, someWork } from './support/reviews.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
})

const open = (work: ReviewWork) =>
  openPage(Reviews, {}, { session: aSession(), first: { '/api/review-work': work } })

test('one button gives the next answer; how many wait and how many are owed are beside it', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'POST'
      ? answer({ claim: { id: 'c1' }, lookAgainAt: null }, 201)
      : answer(someWork()),
  )
  const page = await open(someWork())
  await expect.element(page.getByRole('heading', { name: '3 answers are waiting.' })).toBeVisible()
  await expect
    .element(
      page.getByText(
        'You have 3 more reviews to do now, counting all your challenges. You have done 2 so far.',
      ),
    )
    .toBeVisible()
  await expect.element(page.getByText(/About 12 minutes left/)).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Get the next answer' }).click()
  await vi.waitFor(() => expect(went()).toContainEqual(['/reviews/c1', 'push']))
})

test.each<[string, Partial<ReviewWork>, RegExp]>([
  [
    'a review begun',
    {
      claim: {
        id: 'c9',
        challengeId: 'hand-to-hand',
        title: 'Hand to hand',
        leaseUntil: '2026-11-25T20:00:00.000Z',
      },
    },
    /Continue your review/,
  ],
  [
    'practice first',
    { challenges: someWork().challenges.map((one) => ({ ...one, practiceNeeded: 2 })) },
    /2 practice answers in “Hand to hand”/,
  ],
  [
    'nothing now',
    {
      challenges: someWork().challenges.map((one) => ({ ...one, waiting: 0, oldestAt: null })),
      lookAgainAt: '2026-11-25T18:15:00.000Z',
    },
    /You will get more answers when students hand them in/,
  ],
  [
    'only items, all judged',
    { pause: { why: 'set-aside', until: null } },
    /You get no answers at the moment/,
  ],
  ['a pause', { pause: { why: 'pace', until: '2026-11-25T18:05:00.000Z' } }, /A short pause/],
  ['nothing yet', { challenges: [], owed: null }, /Nothing to review yet/],
])('the page says what is next: %s', async (_, work, words) => {
  const page = await open(someWork(work))
  await expect.element(page.getByText(words).first()).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Get the next answer' }))
    .not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('before the practice that comes first, the page says how many answers wait', async () => {
  const challenges = someWork().challenges.map((one) => {
    return { ...one, waiting: 1, practiceNeeded: 2 }
  })
  const page = await open(someWork({ role: 'mentor', owed: null, challenges }))
  const next = page.getByRole('region', { name: /2 practice answers/ })
  await expect.element(next.getByText(/1 answer is waiting/)).toBeVisible()
})

test('while nothing waits, the practice is where an answer will probably come soon', async () => {
  const [one] = someWork().challenges
  if (!one) throw new Error('Some work has a challenge.')
  const idle = { ...one, waiting: 0, oldestAt: null, practiceNeeded: 2 }
  const challenges = [
    { ...idle, challengeId: 'eleven-rings', title: 'Eleven rings' },
    { ...idle, soon: true },
  ]
  const page = await open(someWork({ role: 'mentor', owed: null, challenges }))
  await expect
    .element(page.getByText(/“Hand to hand” will probably need your review soon/))
    .toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Practise with “Hand to hand”' }))
    .toHaveAttribute('href', '/reviews/practice/hand-to-hand')
  // With none to come, the first of the list.
  const later = challenges.map((challenge) => ({ ...challenge, soon: false }))
  expect(practiceFirst(someWork({ challenges: later }))?.challengeId).toBe('eleven-rings')
})

test('the challenge whose answers have waited longest comes next, and none where nothing waits', () => {
  const [one] = someWork().challenges
  if (!one) throw new Error('Some work has a challenge.')
  const since = (challengeId: string, oldestAt: string | null) => {
    return { ...one, challengeId, oldestAt, waiting: oldestAt ? 1 : 0 }
  }
  const challenges = [
    since('later', '2026-11-25T12:00:00.000Z'),
    since('longest', '2026-11-23T12:00:00.000Z'),
    since('none', null),
  ]
  expect(nextChallenge(someWork({ challenges }))?.challengeId).toBe('longest')
  expect(nextChallenge(someWork({ challenges: [since('none', null)] }))).toBeUndefined()
})

test('when the last one has just gone, it says how there may be another', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'POST'
      ? answer({ claim: null, lookAgainAt: '2026-11-25T18:15:00.000Z' })
      : answer(someWork()),
  )
  const page = await open(someWork())
  await page.getByRole('button', { name: 'Get the next answer' }).click()
  await expect.element(page.getByText(/has just taken the last answer/)).toBeVisible()
  await expect.element(page.getByText(/you can get it here/)).toBeVisible()
})

const { challenge, story, answers, criteria } = aClaim()
const item = { itemId: 'p1', challenge, story, answers, criteria }
const practicePath = '/api/practice-items?challengeId=hand-to-hand'

test('a practice answer shows what two readers gave and why, once it is judged', async () => {
  const before = { challengeId: 'hand-to-hand', needed: 2, next: item, answered: [] }
  const yours = { 'agree-the-work': 3, share: 1 }
  const reference = { 'agree-the-work': 3, share: 2 }
  const why = { 'agree-the-work': 'Joris has the lane.', share: 'One fact is missing.' }
  const after = {
    ...before,
    needed: 1,
    next: { ...item, itemId: 'p2' },
    answered: [{ ...item, yours, reference, why }],
  }
  server.mockImplementation((_, init) =>
    init?.method === 'POST' ? answer({ itemId: 'p1' }, 201) : answer(after),
  )
  const page = await openPage(
    Practice,
    { challengeId: 'hand-to-hand' },
    { session: aSession(), first: { [practicePath]: before } },
  )
  await page.getByRole('button', { name: 'Show what two readers chose' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  expect(await violations()).toEqual([])

  await page
    .getByRole('radio', { name: /3 proficient/ })
    .first()
    .click()
  // An error goes as soon as its level is chosen.
  await expect
    .element(page.getByRole('alert').getByText('Agree the work: choose a level'))
    .not.toBeInTheDocument()
  await expect.element(page.getByText('look again')).toBeVisible()
  await page.getByText('Share it', { exact: true }).click()
  await page
    .getByRole('radio', { name: /1 emerging/ })
    .last()
    .click()
  await expect.element(page.getByText('look again')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Show what two readers chose' }).click()
  await expect.element(page.getByText('One fact is missing.')).toBeVisible()
  await expect.element(page.getByText('one level apart')).toBeVisible()
  expect(sent(0)).toEqual({ challengeId: 'hand-to-hand', itemId: 'p1', levels: yours })
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Next practice answer' }).click()
  await expect.element(page.getByText(/Practice answer 2/)).toBeVisible()
})

const yours = { 'agree-the-work': 3, share: 1 }
const judged = ['p1', 'p2'].map((itemId) => {
  return { ...item, itemId, yours, reference: yours, why: { share: `The reason of ${itemId}.` } }
})
const practised = { challengeId: 'hand-to-hand', needed: 0, next: null, answered: judged }
const openPractised = (work: ReviewWork, more = {}) =>
  openPage(
    Practice,
    { challengeId: 'hand-to-hand' },
    {
      session: aSession(),
      first: { [practicePath]: { ...practised, ...more }, '/api/review-work': work },
    },
  )
const noneWaits = someWork({
  challenges: someWork().challenges.map((one) => ({ ...one, waiting: 0, oldestAt: null })),
})

test('practice answers can be read again, one after another, and then a real one is offered', async () => {
  await screen.viewport(360, 740)
  const list = await open(noneWaits)
  await expect
    .element(list.getByRole('link', { name: /^Read the practice answers/ }))
    .toHaveAttribute('href', '/reviews/practice/hand-to-hand')
  await list.unmount()

  const page = await openPractised(someWork(), { next: { ...item, itemId: 'p3' } })
  await expect.element(page.getByText('The reason of p1.')).toBeVisible()
  await page.getByRole('button', { name: 'Next practice answer' }).click()
  await expect.element(page.getByText('The reason of p2.')).toBeVisible()
  // Opens at the answer, which is above the reasons on a phone.
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(scrollY).toBe(0)
  await expect.element(page.getByRole('button', { name: 'Get a real answer' })).toBeVisible()
  await page.getByRole('button', { name: 'Next practice answer' }).click()
  await expect
    .element(page.getByRole('button', { name: 'Show what two readers chose' }))
    .toBeVisible()
})

test('after the practice no real answer is promised if none waits', async () => {
  const page = await openPractised(noneWaits, { answered: judged.slice(0, 1) })
  await expect.element(page.getByText(/No answers are waiting now/)).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'To your reviews' })).toBeVisible()
  expect(page.getByRole('button', { name: 'Get a real answer' }).elements()).toHaveLength(0)
})

test('practice in a challenge not handed in yet says to hand in first, and leads there', async () => {
  server.mockImplementation(() => refused(403, 'hand-in-first'))
  const page = await openPage(Practice, { challengeId: 'hand-to-hand' }, { session: aSession() })
  await expect.element(page.getByText(/after you hand in your own answer/)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Go to this challenge' }))
    .toHaveAttribute('href', '/start/hand-to-hand')
  expect(await violations()).toEqual([])
})

test('practice speaks of no reason and no comments, because it has none', async () => {
  const page = await openPage(
    Practice,
    { challengeId: 'hand-to-hand' },
    {
      session: aSession(),
      first: { [practicePath]: { ...practised, needed: 2, next: item, answered: [] } },
    },
  )
  for (const name of [/^Agree the work 3a/, /^Agree the work 3b/, /^Agree the work 3c/])
    await page.getByRole('checkbox', { name }).click()
  await page
    .getByRole('radio', { name: /1 emerging/ })
    .first()
    .click()
  await expect.element(page.getByText(/Your choice counts/)).toBeVisible()
  expect(page.getByText(/Say in the reason/).elements()).toHaveLength(0)
})

test('from the list too, an undo first saves what was written for the next answer', async () => {
  const next = aClaim({ id: 'c9' })
  const asked: string[] = []
  server.mockImplementation((path, init) => {
    if (init?.method && typeof path === 'string') asked.push(`${init.method} ${path}`)
    if (init?.method === 'PUT')
      return answer({ version: 1, savedAt: '', leaseUntil: next.leaseUntil })
    if (path === '/api/review-work') return answer(someWork())
    return init?.method === 'DELETE'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer(aClaim({ id: 'c0' }))
  })
  const session = aSession()
  lastReview.keep({
    claimId: 'c0',
    undoUntil: new Date(Date.now() + 60_000).toISOString(),
    accountId: session.account.id,
  })
  const claim = {
    id: 'c9',
    challengeId: 'hand-to-hand',
    title: 'Hand to hand',
    leaseUntil: next.leaseUntil,
  }
  const page = await openPage(
    DeskThenList,
    { claimId: 'c9' },
    {
      session,
      first: { '/api/review-work': someWork({ claim }), '/api/claims/c9': next },
    },
  )
  await page.getByLabelText('What worked?').fill('Half a thought')
  await page.getByRole('button', { name: 'To the list' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText(/We saved your other review/)).toBeVisible()
  expect(asked.filter((one) => !one.startsWith('GET'))).toEqual([
    'PUT /api/claims/c9/draft',
    'DELETE /api/claims/c0/review',
  ])
  lastReview.forget()
})

test('a review whose time is over says so on the list', async () => {
  const claim = {
    id: 'c9',
    challengeId: 'hand-to-hand',
    title: 'Hand to hand',
    leaseUntil: new Date(Date.now() - 60_000).toISOString(),
  }
  const page = await open(someWork({ claim }))
  await expect
    .element(page.getByText(/The time for this review has passed, but you can still hand it in/))
    .toBeVisible()
  expect(page.getByText(/You have until/).elements()).toHaveLength(0)
})

const coached = {
  students: [
    {
      studentId: 's1',
      name: 'Mateus Oliveira',
      seenWeek: '2026-11-16T00:00:00.000Z',
      badges: 0,
      attempt: {
        challengeTitle: 'Hand to hand',
        skill: 'collaboration',
        state: 'open',
        startedAt: '2026-10-01T00:00:00.000Z',
        handedInAt: null,
        promisedAt: null,
        decision: null,
      },
    },
  ],
  now: '2026-11-25T18:00:00.000Z',
}
const aMentor = aSession([aMembership('mentor')])

test('a mentor’s home shows what waits, and who is stuck', async () => {
  const first = {
    '/api/review-work': someWork({ role: 'mentor', owed: null }),
    '/api/insights/cohort': coached,
  }
  const page = await openPage(MentorHome, {}, { session: aMentor, first })
  await expect.element(page.getByRole('button', { name: 'Get the next answer' })).toBeVisible()
  await expect.element(page.getByText('Mateus Oliveira')).toBeVisible()
  expect(await violations()).toEqual([])
})

test.each([
  [coached, 'Still open after a week'],
  [coached, /A student is stuck if a challenge is still open a week after its start/],
  [
    { ...coached, students: coached.students.map((one) => ({ ...one, attempt: null })) },
    'Nobody is stuck.',
  ],
  [{ ...coached, students: [] }, 'You do not coach anyone yet'],
])('a coach sees by name who is stuck, or why there is nobody', async (answered, words) => {
  const first = {
    '/api/insights/cohort': answered,
    '/api/revision-plans': { plans: [], next: null },
  }
  const page = await openPage(Coaching, {}, { session: aMentor, first })
  await expect.element(page.getByText(words)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a mentor who acts as a student is told so, and can switch with one press', async () => {
  const student = aMembership('student')
  const mentor = aMembership('mentor', { organizationName: 'Open to all', open: true })
  const page = await openPage(
    Reviews,
    {},
    {
      session: aSession([student, mentor]),
      first: { '/api/review-work': someWork(), '/api/review-work/elsewhere': { others: [] } },
    },
  )
  await expect.element(page.getByText('You are also a mentor of Open to all')).toBeVisible()
  await expect
    .element(
      page.getByText(/You are using your role at Riverside College now\. This page shows only/),
    )
    .toBeVisible()
  expect(await violations()).toEqual([])
  server.mockImplementation(() => refused(503, 'unavailable'))
  await page.getByRole('button', { name: 'Switch to your mentor role at Open to all' }).click()
  await expect.element(page.getByText('unavailable')).toBeVisible()
  expect(sent(0)).toEqual({ membershipId: mentor.membershipId })
})

test('a mentor who acts as one is not told so', async () => {
  const session = aSession([aMembership('mentor')])
  const page = await openPage(Reviews, {}, { session, first: { '/api/review-work': someWork() } })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(page.getByText(/You are also a mentor/)).not.toBeInTheDocument()
})

test('what was handed in can be looked up, and is asked for only then', async () => {
  const row = { challengeId: 'hand-to-hand', title: 'Hand to hand', at: '2026-11-20T10:00:00.000Z' }
  const asked: unknown[] = []
  server.mockImplementation((path) => {
    asked.push(path)
    if (path === '/api/reviews')
      return answer({
        judged: [
          { ...row, as: 'mentor' },
          { ...row, as: 'practice' },
        ],
        next: 'r2',
      })
    if (path === '/api/reviews?after=r2')
      return answer({ judged: [{ ...row, as: 'peer', title: 'Eleven rings' }], next: null })
    return answer(someWork())
  })
  const page = await open(someWork())
  const fold = page.getByText('Reviews you have handed in')
  await expect.element(fold).toBeVisible()
  expect(asked).not.toContain('/api/reviews')
  await fold.click()
  await expect.element(page.getByText(/^Review as a mentor,/)).toBeVisible()
  await expect.element(page.getByText(/^Practice answer,/)).toBeVisible()
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.element(page.getByRole('heading', { name: 'Eleven rings' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('who has handed in nothing reads what will be there', async () => {
  server.mockImplementation((path) =>
    answer(path === '/api/reviews' ? { judged: [], next: null } : someWork()),
  )
  const page = await open(someWork())
  await page.getByText('Reviews you have handed in').click()
  await expect.element(page.getByText(/You have not handed in a review yet/)).toBeVisible()
})
