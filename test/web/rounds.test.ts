import { beforeEach, expect, test } from 'vitest'

import { changedWords } from '../../web/lib/format/changed-words.ts'
import Coaching from '../../web/mentor/Coaching.svelte'
import type { Attempt } from '../../web/student/attempt/attempt.ts'
import Result from '../../web/student/result/Result.svelte'
import type { Decided } from '../../web/student/result/result.ts'
import Review from '../../web/reviews/desk/Review.svelte'
import StillRevisable from '../../web/student/start/StillRevisable.svelte'
import Plan from '../../web/student/revision/Plan.svelte'
import type { OwnPlan } from '../../web/student/revision/plan.ts'
import Revision from '../../web/student/revision/Revision.svelte'
import { anAttemptToCheck, attemptPath, decided, handedIn } from './support/attempts.ts'
import { addressOf } from './support/hiring.ts'
import { asksBeforeLeaving } from './support/leaving.ts'
import { went } from './support/navigation.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { aClaim } from './support/reviews.ts'
import { answer, freshServer, offline, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
})

const session = aSession()
const planPath = `${attemptPath}/plan`

const closed = (): Attempt => ({ ...handedIn(), state: 'closed' })

const revised = (more: Partial<Attempt> = {}): Attempt => ({
  ...anAttemptToCheck(),
  round: 2,
  closesAt: '2026-12-30T23:59:59.999Z',
  revision: { planEnded: true, criteria: ['Agree the work'] },
  ...more,
})

const aPlan = (more: Partial<OwnPlan> = {}): OwnPlan => ({
  round: 2,
  lines: [],
  ended: false,
  version: 0,
  comments: [],
  isOpen: true,
  ...more,
})

const openResult = (result: Decided, attempt = closed()) =>
  openPage(
    Result,
    { attemptId: 'a1' },
    {
      session,
      first: {
        [attemptPath]: attempt,
        [`${attemptPath}/result`]: result,
        '/api/credentials': { credentials: [] },
      },
    },
  )

const openPlan = (plan: OwnPlan, result = decided('not-yet')) =>
  openPage(
    Plan,
    { attemptId: 'a1' },
    {
      session,
      first: {
        [attemptPath]: revised(),
        [planPath]: plan,
        [`${attemptPath}/result`]: result,
      },
    },
  )

test('a result that is not enough says what is open, until when, and what each way costs', async () => {
  const page = await openResult(decided('not-yet'))
  await expect
    .element(
      page.getByText(
        /You still need to show one criterion: Agree the work\. You can change your answer to 1 question until .*30.* 2026/,
      ),
    )
    .toBeVisible()
  await expect.element(page.getByText(/About four in ten .* comes from a simulation/)).toBeVisible()
  await expect.element(page.getByText(/You do not play the story again/)).toBeVisible()
  await page.getByText('Start again from the beginning').click()
  await expect.element(page.getByText(/From .*, you can play the whole story again/)).toBeVisible()
  expect(await violations()).toEqual([])

  server.mockImplementation((path, init) =>
    init?.method === 'POST'
      ? answer({ round: 2, closesAt: '' }, 201)
      : answer(addressOf(path).endsWith('/result') ? decided('not-yet') : closed()),
  )
  await page.getByRole('button', { name: 'Change my answers' }).click()
  await expect
    .poll(() => server.mock.calls.map(([path]) => path))
    .toContain(`${attemptPath}/rounds`)
})

test.each([
  [null, /comes from a simulation/],
  [0, /Almost everyone/],
  [4, /About 4 in 10 people with this badge/],
])('how many needed more than one round: %s of ten', async (neededMoreRounds, words) => {
  const page = await openResult({ ...decided('not-yet'), neededMoreRounds })
  await expect.element(page.getByText(words)).toBeVisible()
})

test('the start page names the quicker way, as long as there is one', async () => {
  const page = await openPage(
    StillRevisable,
    { attemptId: 'a1', until: '2026-12-30T23:59:59.999Z' },
    { session },
  )
  await expect
    .element(page.getByRole('link', { name: 'See what you can change' }))
    .toHaveAttribute('href', '/attempts/a1/result')
})

test('a result whose next round is open leads back to it', async () => {
  const none = { ...decided('not-yet').revision, until: null }
  const page = await openResult({ ...decided('not-yet'), revision: none }, revised())
  await expect
    .element(page.getByRole('link', { name: 'Continue changing your answers' }))
    .toHaveAttribute('href', '/attempts/a1/revision')
  await expect
    .element(page.getByRole('button', { name: 'Change my answers' }))
    .not.toBeInTheDocument()
})

test('after two rounds, the first is read on demand, with what changed', async () => {
  const first = decided('not-yet')
  const [round] = first.rounds
  if (!round) throw new Error('A result has a round.')
  const second = { ...decided('proficient'), round: 2, rounds: [round, { ...round, round: 2 }] }
  server.mockImplementation((path) =>
    answer(addressOf(path).includes('/rounds/1/result') ? first : {}),
  )
  const page = await openResult(second, {
    ...closed(),
    ...handedIn('I ask Lien and wait for it'),
    round: 2,
  })
  const fold = page.getByText(/^Round 1, decided on/)
  await expect.element(fold).toBeVisible()
  expect(server.mock.calls.some(([path]) => addressOf(path).includes('/rounds/'))).toBe(false)
  await fold.click()
  await expect.element(page.getByText('them both')).toBeVisible()
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent)
  expect(marks).toContain('them both ')
})

test('a plan is made by pressing comments, three at most, and is saved as it is written', async () => {
  server.mockImplementation(() => answer({ version: 1 }))
  const comments = ['One', 'Two', 'Three', 'Four'].map((words) => ({
    worked: 'Good.',
    tryNext: `${words}: say what changed.`,
  }))
  const page = await openPlan(aPlan(), { ...decided('not-yet'), comments })
  const press = (name: string) => page.getByRole('button', { name: `${name}: say what changed.` })
  for (const name of ['One', 'Two', 'Three']) await press(name).click()
  await expect.element(press('One')).toHaveAttribute('aria-pressed', 'true')
  await expect.element(press('Four')).toHaveAttribute('aria-disabled', 'true')
  await expect.element(page.getByText(/Your plan has three comments/)).toBeVisible()
  expect(await violations()).toEqual([])

  await page.getByLabelText('What will you do differently?').first().fill('I say it at once.')
  await page.getByRole('button', { name: 'Remove comment 3' }).click()
  await page.getByRole('button', { name: 'Continue to my answers' }).click()
  await expect
    .poll(() => server.mock.calls.filter(([, init]) => init?.method === 'PUT').length)
    .toBeGreaterThan(0)
  expect(sent(server.mock.calls.findLastIndex(([, init]) => init?.method === 'PUT'))).toMatchObject(
    {
      ended: true,
      lines: [
        { quote: 'One: say what changed.', words: 'I say it at once.' },
        { quote: 'Two: say what changed.', words: '' },
      ],
    },
  )
})

test('an attempt without a plan says so, and does not blame the address', async () => {
  server.mockImplementation((path) =>
    addressOf(path).endsWith('/plan') ? refused(404, 'not-found') : answer({}),
  )
  const page = await openPage(
    Plan,
    { attemptId: 'a1' },
    { session, first: { [attemptPath]: revised() } },
  )
  await expect.element(page.getByText('You cannot make a plan now')).toBeVisible()
  await expect.element(page.getByText(/Check the web address/)).not.toBeInTheDocument()
})

test('a plan without a network stays on the device, and does not hold the answers up', async () => {
  server.mockImplementation(() => offline())
  const page = await openPlan(aPlan())
  await page.getByRole('button', { name: 'Say what changed.' }).click()
  await page.getByLabelText('What will you do differently?').fill('I say it at once.')
  await expect.element(page.getByText(/on this device/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Continue to my answers' }).click()
  await expect.poll(went).toEqual([['/attempts/a1/revision', 'push']])
})

test('a plan changed in another tab is shown, and one of the two is kept', async () => {
  const theirs = { lines: [{ quote: 'Say what changed.', words: 'Theirs.' }], ended: false }
  server.mockImplementation((_, init) =>
    init?.method === 'PUT'
      ? refused(409, 'stale-version')
      : answer(aPlan({ ...theirs, version: 2 })),
  )
  const page = await openPlan(aPlan({ version: 1 }))
  await page.getByRole('button', { name: 'Say what changed.' }).click()
  await page.getByLabelText('What will you do differently?').fill('Mine.')
  await expect.element(page.getByText('Theirs.')).toBeVisible()
  server.mockImplementation(() => answer({ version: 3 }))
  await page.getByRole('button', { name: 'Keep the plan on this page' }).click()
  await expect.poll(() => sent()).toMatchObject({ version: 2, lines: [{ words: 'Mine.' }] })
})

test('in a later round one answer changes, with the plan beside it; the others say why not', async () => {
  const [plan] = revised().prompts
  if (!plan) throw new Error('The attempt has a prompt.')
  const settled = { ...plan, id: 'after', ask: 'And then?', text: 'I wait.', changeable: false }
  const saved = aPlan({
    ended: true,
    lines: [{ quote: 'Say what changed.', words: 'I say it at once.' }],
    comments: [{ words: 'Whom do you ask first?', at: '2026-12-02T10:00:00.000Z' }],
  })
  server.mockImplementation(() => answer({ answers: [] }))
  const page = await openPage(
    Revision,
    { attemptId: 'a1' },
    {
      session,
      first: { [attemptPath]: revised({ prompts: [plan, settled] }), [planPath]: saved },
    },
  )
  await expect.element(page.getByRole('textbox', { name: plan.ask })).toBeVisible()
  await expect.element(page.getByText('I say it at once.')).toBeVisible()
  await expect.element(page.getByText('Whom do you ask first?')).toBeVisible()
  await expect.element(page.getByText(/already shown/)).toBeVisible()
  expect(document.querySelectorAll('textarea')).toHaveLength(1)
  expect(await violations()).toEqual([])
})

test('the reviewer who knows the first round reads both texts, and their own earlier words', async () => {
  const { answers } = aClaim()
  const [first] = answers
  if (!first) throw new Error('The claim has an answer.')
  const earlier = {
    answers: [{ promptId: first.promptId, text: `${first.text} Nobody calls.` }],
    worked: 'You asked first.',
    tryNext: 'Say who calls.',
    reasons: [],
  }
  const claim = aClaim({ earlier })
  const page = await openPage(
    Review,
    { claimId: claim.id },
    { session, first: { [`/api/claims/${claim.id}`]: claim } },
  )
  await expect.element(page.getByText('You reviewed the last round of this answer')).toBeVisible()
  await expect.element(page.getByText('The earlier answer')).toBeVisible()
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent)
  expect(marks).toEqual(['Nobody calls.'])
  await page.getByText('What you wrote last time').click()
  await expect.element(page.getByText('Say who calls.')).toBeVisible()
})

test('a coach reads a plan and writes a remark', async () => {
  const plan = {
    id: 'p1',
    name: 'Noor Haddad',
    challengeTitle: 'Hand to hand',
    round: 2,
    openedAt: '2026-12-01T10:00:00.000Z',
    lines: [{ quote: 'Say what changed.', words: 'I say it at once.' }],
    comment: null,
  }
  const student = {
    studentId: 's1',
    name: 'Noor Haddad',
    seenWeek: null,
    badges: 0,
    attempt: null,
  }
  server.mockImplementation((path) =>
    answer(
      addressOf(path).endsWith('/comment') ? { words: '', at: '' } : { plans: [plan], next: null },
    ),
  )
  const page = await openPage(
    Coaching,
    {},
    {
      session: aSession([aMembership('mentor')]),
      first: {
        '/api/insights/cohort': { students: [student], next: null, now: '' },
        '/api/revision-plans': { plans: [plan], next: null },
      },
    },
  )
  await expect.element(page.getByText('I say it at once.')).toBeVisible()
  expect(await violations()).toEqual([])
  expect(asksBeforeLeaving()).toBe(false)
  await page.getByLabelText('Your comment for Noor Haddad').fill('Whom do you ask first?')
  expect(asksBeforeLeaving()).toBe(true)
  await page.getByRole('button', { name: 'Save the comment' }).click()
  await expect.element(page.getByText('Saved. The student can read it.')).toBeVisible()
  expect(server.mock.calls[0]?.[0]).toBe('/api/revision-plans/p1/comment')
  expect(asksBeforeLeaving()).toBe(false)
})

test.each([
  ['a b c', 'a b c', []],
  ['a x c', 'a b c', ['x ']],
  ['b a', 'a b', ['b ']],
  ['', 'a', []],
  ['new', '', ['new']],
])('of “%s” beside “%s”, the marked words are %s', (text, other, marked) => {
  const pieces = changedWords(text, other)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter(({ changed }) => changed).map((piece) => piece.text)).toEqual(marked)
})
