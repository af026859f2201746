import { beforeEach, expect, test } from 'vitest'

import { device } from '../../web/lib/draft/device.ts'
import Check from '../../web/student/check/Check.svelte'
import type { ReviewWork } from '../../web/reviews/queue/work.ts'
import type { Attempt } from '../../web/student/attempt/attempt.ts'
import { anAttempt, anAttemptToCheck, attemptPath, handedIn, receipt } from './support/attempts.ts'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, keyOf, offline, refused, sent, server } from './support/server.ts'
import { someWork } from './support/reviews.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const copyPath = `${attemptPath}/reviewers-copy#1`

const open = (attempt: Attempt, copies: object = { [copyPath]: { answers: [] } }) =>
  openPage(
    Check,
    { attemptId: 'a1' },
    { session: aSession(), first: { [attemptPath]: attempt, ...copies } },
  )

test('an answer is changed in place, and its length is checked before it is sent', async () => {
  server.mockImplementation(() =>
    answer({ promptId: 'plan', version: 2, savedAt: '', answers: [] }),
  )
  const page = await open(anAttemptToCheck())
  await expect.element(page.getByText('I ask them both and wait for it')).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Change answer 1' }).click()
  await expect.element(page.getByRole('textbox')).toHaveFocus()
  await page.getByRole('textbox').fill('Too short')
  await page.getByRole('button', { name: 'Done changing answer 1' }).click()
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  await expect.element(page.getByRole('textbox')).toHaveAccessibleDescription(/at least 5 words/)
  expect(server.mock.calls.filter(([, init]) => init?.method === 'POST')).toHaveLength(0)
  await page.getByRole('textbox').fill('This is now long enough')
  await page.getByRole('textbox').fill('This is now long enough to go')
  await expect.element(page.getByRole('textbox')).toHaveValue('This is now long enough to go')
})

test.each([
  ['answer-too-short', { words: 3, least: 5, most: 12 }, /at least 5 words/],
  ['answer-too-long', { words: 20, least: 5, most: 12 }, /at most 12 words/],
  ['answer-repeats-itself', {}, /same words/],
  [
    'invalid-input',
    { places: [{ field: 'answers.plan', reason: 'long-word', line: 1, character: 3 }] },
    /A word that begins “ask th…” has more than 200 letters/,
  ],
])('what the server refuses as %s is shown at that answer', async (type, members, words) => {
  server.mockImplementation((_, init) =>
    init?.method === 'POST'
      ? refused(422, type, { promptId: 'plan', ...members })
      : answer({ ...anAttemptToCheck(), answers: [], version: 2, savedAt: '' }),
  )
  const page = await open(anAttemptToCheck())
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect.element(page.getByRole('textbox')).toHaveAccessibleDescription(words)
  await expect.element(page.getByRole('textbox')).toHaveValue('I ask them both and wait for it')
  await expect.element(page.getByRole('alert')).toHaveFocus()
  // The summary names the answer, and goes once the text has changed.
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Answer 1: /)
  await page.getByRole('textbox').fill('I ask them both and I wait')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  // The field stays open while somebody types.
  await page.getByRole('textbox').fill('I ask them both and I wait a day')
  await page.getByRole('button', { name: 'Done changing answer 1' }).click()
  await expect.element(page.getByText('I ask them both and I wait a day')).toBeVisible()
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument()
})

test('a refusal that is about no answer is shown at the button', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'POST'
      ? refused(403, 'no-role')
      : answer({ ...anAttemptToCheck(), answers: [], version: 2, savedAt: '' }),
  )
  const page = await open(anAttemptToCheck())
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument()
})

test('handed in without a network it waits, says so, and is sent once when there is one', async () => {
  server.mockImplementation(offline)
  const page = await open(anAttemptToCheck())
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect.element(page.getByText('Not handed in yet: there is no connection')).toBeVisible()
  await expect.element(page.getByRole('button', { name: /Change answer/ })).not.toBeInTheDocument()
  expect(await violations()).toEqual([])

  server.mockImplementation((_, init) =>
    init?.method === 'POST' ? answer(receipt, 201) : answer(handedIn()),
  )
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Handed in')
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
  await expect.element(page.getByText(/You’ll have your result by/)).toBeVisible()
  const body = {
    round: 1,
    answers: { plan: 'I ask them both and wait for it' },
    versions: { plan: 1 },
  }
  // There are reads of the attempt in between.
  const posts = server.mock.calls.flatMap(([, init], at) => (init?.method === 'POST' ? at : []))
  expect(posts.map(sent)).toEqual([body, body])
  expect(new Set(posts.map(keyOf)).size).toBe(1)
})

test('is not handed in while an answer has two texts', async () => {
  server.mockImplementation((_, init) => {
    if (init?.method === 'PUT') return refused(409, 'stale-version')
    return answer({ promptId: 'plan', text: 'from the phone', version: 5, savedAt: '' })
  })
  const page = await open(anAttemptToCheck())
  await page.getByRole('button', { name: 'Change answer 1' }).click()
  await page.getByRole('textbox').fill('This is what I wrote here')
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect.element(page.getByText('from the phone')).toBeVisible()
  expect(server.mock.calls.filter(([, init]) => init?.method === 'POST')).toEqual([])
})

test('two windows side by side: an edit and a hand-in in the other are noticed in this one', async () => {
  const beside = new BroadcastChannel('mettle-work')
  const told: unknown[] = []
  beside.addEventListener('message', ({ data }) => told.push(data))
  let now: Attempt = anAttemptToCheck()
  server.mockImplementation((path, init) =>
    addressOf(path).endsWith(attemptPath) && init?.method !== 'PUT'
      ? answer(now)
      : answer({ promptId: 'plan', version: 3, savedAt: '', answers: [] }),
  )
  const page = await open(anAttemptToCheck())
  const text = 'Written in the window beside this'
  now = { ...now, prompts: now.prompts.map((prompt) => ({ ...prompt, text, version: 2 })) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none
  beside.postMessage(attemptPath)
  await expect.element(page.getByText('Written in the window beside this')).toBeVisible()

  // What is written here is told there.
  await page.getByRole('button', { name: 'Change answer 1' }).click()
  await page.getByRole('textbox').fill('Now it is written in this window')
  await page.getByRole('button', { name: 'Done changing answer 1' }).click()
  // Once or twice: a slow machine saves while the text is still open.
  await expect.poll(() => [...new Set(told)]).toEqual([attemptPath])

  // From another device there is no message, so it is noticed when the window gets the focus.
  now = handedIn()
  dispatchEvent(new Event('blur'))
  dispatchEvent(new Event('focus'))
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Handed in')
  beside.close()
})

test('handed in in another tab, it says so when the reader is back, and shows the other text', async () => {
  let now: Attempt = anAttemptToCheck()
  server.mockImplementation((path, init) => {
    if (init?.method === 'PUT') return refused(409, 'stale-version')
    if (addressOf(path).endsWith(attemptPath)) return answer(now)
    return answer({ promptId: 'plan', text: 'from the other tab', version: 5, savedAt: '' })
  })
  const page = await open(anAttemptToCheck())
  await page.getByRole('button', { name: 'Change answer 1' }).click()
  await page.getByRole('textbox').fill('This is what I wrote here')
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect.element(page.getByText('from the other tab')).toBeVisible()
  now = handedIn('from the other tab')
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Handed in')
  await expect.element(page.getByText('This is what I wrote here')).toBeVisible()
  await expect.element(page.getByRole('button', { name: /^Continue with/ })).not.toBeInTheDocument()
  expect(document.body.textContent).not.toMatch(/You have not handed it in yet/)
})

test.each([
  ['handed in', handedIn(), 'Handed in', true],
  [
    'out of time',
    { ...anAttemptToCheck(), state: 'lapsed' as const },
    '“Hand to hand” closed before you handed it in',
    false,
  ],
])(
  'an attempt that was %s meanwhile says so, and shows the text that was not handed in',
  async (_, ended, title, hasReceipt) => {
    server.mockImplementation((_path, init) => {
      if (init?.method === 'PUT') return refused(409, 'attempt-not-open')
      return answer(ended)
    })
    const page = await open(anAttemptToCheck())
    await page.getByRole('button', { name: 'Change answer 1' }).click()
    await page.getByRole('textbox').fill('These words were written in a second tab')
    await page.getByRole('button', { name: 'Done changing answer 1' }).click()

    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(title)
    await expect.element(page.getByText('This text was not handed in')).toBeVisible()
    await expect.element(page.getByText(/^We got this text after you handed in/)).toBeVisible()
    await expect.element(page.getByText('These words were written in a second tab')).toBeVisible()
    await expect
      .element(page.getByRole('button', { name: 'Hand in my answers' }))
      .not.toBeInTheDocument()
    expect(page.getByText(/November 25|25 November/).elements().length > 0).toBe(hasReceipt)
    expect(page.getByText(/or its thirty days are over/).elements()).toEqual([])
    expect(server.mock.calls.filter(([, init]) => init?.method === 'POST')).toEqual([])
    expect(await violations()).toEqual([])
  },
)

test('a waiting hand-in can be cancelled to continue writing', async () => {
  server.mockImplementation(offline)
  const page = await open(anAttemptToCheck())
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await page.getByRole('button', { name: 'Keep writing instead' }).click()
  await expect.element(page.getByRole('button', { name: 'Change answer 1' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Hand in my answers' })).toBeVisible()
})

test('a story that has not ended leads back to it', async () => {
  const page = await open(anAttempt())
  await expect.element(page.getByRole('link', { name: 'Continue' })).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Hand in my answers' }))
    .not.toBeInTheDocument()
})

const [challenge] = someWork().challenges
const idle = { ...challenge, waiting: 0, oldestAt: null }

test.each([
  ['an answer that waits', someWork(), 'Review someone else’s answer', '/reviews'],
  [
    'practice, if nothing waits',
    someWork({ challenges: [{ ...idle, practiceNeeded: 2 }] as ReviewWork['challenges'] }),
    'Practise with “Hand to hand”',
    '/reviews/practice/hand-to-hand',
  ],
])('an earlier hand-in is a receipt that leads to %s', async (_, work, name, href) => {
  const page = await open(handedIn(), { '/api/review-work': work })
  await expect.element(page.getByText('3b0e2628')).toBeVisible()
  await expect.element(page.getByText('This text was not handed in')).not.toBeInTheDocument()
  await expect.element(page.getByRole('link', { name })).toHaveAttribute('href', href)
  expect(await violations()).toEqual([])
})

test('a receipt has no button to review if there is nothing to review or to practise', async () => {
  const work = someWork({ challenges: [idle] as ReviewWork['challenges'] })
  const page = await open(handedIn(), { '/api/review-work': work })
  await expect.element(page.getByRole('link', { name: 'See progress' })).toBeVisible()
  expect(page.getByRole('link', { name: /Review someone|Practise/ }).elements()).toEqual([])
})

test('shows what reviewers read of an answer, what is hidden in it, and what was written', async () => {
  const copy = { promptId: 'plan', version: 1, text: 'I ask [hidden] and wait for it', hidden: 1 }
  server.mockImplementation(() => answer({ answers: [copy] }))
  const page = await open(anAttemptToCheck(), {})
  await expect.element(page.getByText('I ask [hidden] and wait for it')).toBeVisible()
  await expect.element(page.getByText(/We hide one part from reviewers/)).toBeVisible()
  await expect.element(page.getByText(/^We may not find everything/)).toBeVisible()
  await expect.element(page.getByText('[hidden]', { exact: true })).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Show what I wrote' }).click()
  await expect.element(page.getByText('I ask them both and wait for it')).toBeVisible()
  await page.getByRole('button', { name: 'Show what reviewers read' }).click()
  await expect.element(page.getByText('I ask [hidden] and wait for it')).toBeVisible()
})

test('shows the text as written until the reviewers’ copy is loaded', async () => {
  server.mockImplementation(offline)
  const page = await open(anAttemptToCheck(), {})
  await expect.element(page.getByText('I ask them both and wait for it')).toBeVisible()
  await expect.element(page.getByText(/This is your answer as you wrote it/)).toBeVisible()
})

test.each([
  ['refused', () => refused(422, 'invalid-input'), 1, /because of a problem in it/],
  ['never sent', offline, 1, /We did not get this text/],
  ['based on an older text', offline, 0, /The other text was saved/],
])('text that was %s is not said to have come too late', async (_, put, version, reason) => {
  server.mockImplementation((_path, init) => (init?.method === 'PUT' ? put() : answer(handedIn())))
  const session = aSession()
  await device.belongTo(session.account.id)
  await device.keep('draft/attempts/a1/plan', { value: 'I would ask Lien too', version })
  const first = { [attemptPath]: handedIn() }
  const page = await openPage(Check, { attemptId: 'a1' }, { session, first })
  await expect.element(page.getByText('I would ask Lien too')).toBeVisible()
  await expect.element(page.getByText('This text was not handed in')).toBeVisible()
  await expect.element(page.getByText(reason)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/too late|after you handed in/)
  await device.forgetAll()
})
