import { beforeEach, expect, test } from 'vitest'

import { device } from '../../web/lib/draft/device.ts'
import type { Attempt } from '../../web/student/attempt/attempt.ts'
import LeftOut from '../../web/student/attempt/LeftOut.svelte'
import { pickComments } from '../../web/student/result/pick-comments.ts'
import { quotedWords } from '../../web/student/result/quoted-words.ts'
import Result from '../../web/student/result/Result.svelte'
import type { Decided, Waiting } from '../../web/student/result/result.ts'
import { anAttempt, attemptPath, decided, handedIn, waiting } from './support/attempts.ts'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const session = aSession()

function open(result: Waiting | Decided | undefined, attempt: Attempt = handedIn()) {
  const first = {
    [attemptPath]: attempt,
    '/api/credentials': { credentials: [] },
    ...(result && { [`${attemptPath}/result`]: result }),
  }
  return openPage(Result, { attemptId: 'a1' }, { session, first })
}

test('while it waits: how many reviews are in, the date, and what is owed; no level', async () => {
  const page = await open(waiting)
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Being reviewed')
  await expect
    .element(page.getByText(/Reviews so far: 1\. We need at least 3\. You’ll have your result by/))
    .toBeVisible()
  await expect
    .element(
      page.getByText(/You have 4 more reviews to do now in this challenge. You have done 1 so far/),
    )
    .toBeVisible()
  expect(document.querySelector('.gauge, .level')).toBeNull()
  expect(await violations()).toEqual([])
})

test.each([
  ['waiting', waiting],
  ['decided', decided('not-yet')],
])(
  'a result that is %s shows text of this device that was not handed in, to copy',
  async (_, result) => {
    server.mockImplementation((path, init) => {
      if (init?.method === 'PUT') return refused(409, 'attempt-not-open')
      const isResult = addressOf(path).endsWith('/result')
      return answer(isResult ? result : handedIn())
    })
    await device.belongTo(session.account.id)
    await device.keep('draft/attempts/a1/plan', { value: 'I would ask Lien too', version: 1 })
    const page = await open(result)
    await expect.element(page.getByText('This text was not handed in')).toBeVisible()
    await expect.element(page.getByText('I would ask Lien too')).toBeVisible()
    await device.forgetAll()
  },
)

test.each([
  ['waiting', waiting],
  ['decided', decided('not-yet')],
])(
  'a result that is %s says which text the server keeps that was not handed in',
  async (_, result) => {
    const [first] = handedIn().prompts
    const attempt = handedIn()
    const prompts = attempt.prompts.map((prompt) => ({ ...prompt, earlierTexts: 2 }))
    const texts = ['I would ask Lien too', first?.text ?? ''].map((text) => ({
      id: text,
      text,
      lostAt: '2026-11-25T18:00:00.000Z',
    }))
    server.mockImplementation((path) => {
      if (addressOf(path).endsWith('/earlier-texts')) return answer({ texts })
      return answer(addressOf(path).endsWith('/result') ? result : { ...attempt, prompts })
    })
    const page = await open(result, { ...attempt, prompts })
    await expect
      .element(page.getByText('Another version of answer 1 was not handed in'))
      .toBeVisible()
    await page.getByText('Earlier versions').first().click()
    await expect.element(page.getByText('I would ask Lien too').first()).toBeVisible()
    expect(await violations()).toEqual([])
  },
)

test('while a later round is open, no text is said to be left out', async () => {
  const texts = [{ id: 't1', text: 'an older text', lostAt: '2026-11-25T18:00:00.000Z' }]
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(422, 'invalid-input') : answer({ texts }),
  )
  await device.belongTo(session.account.id)
  const show = async (id: string, state: 'handed-in' | 'open') => {
    await device.keep(`draft/attempts/${id}/plan`, { value: `words of ${id}`, version: 1 })
    const over = handedIn()
    const prompts = over.prompts.map((prompt) => ({ ...prompt, earlierTexts: 1 }))
    return openPage(LeftOut, { attempt: { ...over, id, state, prompts } }, { session })
  }

  // The second takes the same steps as the first, so by then the first has shown what it will.
  const open = await show('a1', 'open')
  const over = await show('a2', 'handed-in')
  await expect.element(over.getByText('words of a2')).toBeVisible()
  await expect.element(over.getByText(/^Another version of answer 1/)).toBeVisible()
  expect(open.container.textContent).not.toMatch(/words of a1|Another version/)
  await device.forgetAll()
})

test.each([false, true])('a result is marked as read once, in the account: %s', async (isRead) => {
  const page = await open({ ...decided('not-yet'), isRead })
  await expect.element(page.getByText('Your choices in the story')).toBeVisible()
  const marks = () => server.mock.calls.filter(([path]) => path === `${attemptPath}/read-mark`)
  await expect.poll(marks).toHaveLength(isRead ? 0 : 1)
  expect(localStorage.length).toBe(0)
})

test('an attempt that ended without a hand-in has no result to wait for, and cannot be continued', async () => {
  const page = await open(undefined, anAttempt({ state: 'lapsed' }))
  await expect.element(page.getByRole('link', { name: 'Begin again' })).toBeVisible()
  expect(document.body.textContent).not.toMatch(/You have not handed in anything yet|Continue/)
})

test.each([
  ['ended', /This badge was taken back on .*26/],
  ['expired', /has expired/],
  ['failed', /could not sign this badge/],
  ['in-force', /Riverside College signed this badge/],
])('a badge that is %s is shown as such, with a link', async (state, words) => {
  const issuer = { name: 'Riverside College', url: '' }
  const publication = { on: false, showName: false, listed: false, version: 0 }
  const endedAt = state === 'ended' ? '2026-11-26T10:00:00.000Z' : null
  const awardedAt = '2026-11-25T10:00:00.000Z'
  const badge = {
    id: 'c1',
    skill: 'collaboration',
    level: 3,
    state,
    issuer,
    publication,
    endedAt,
    awardedAt,
  }
  const first = {
    [attemptPath]: handedIn(),
    [`${attemptPath}/result`]: decided('proficient'),
    '/api/credentials': { credentials: [badge] },
  }
  const page = await openPage(Result, { attemptId: 'a1' }, { session: aSession(), first })
  await expect.element(page.getByText(words).first()).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Open the badge' }))
    .toHaveAttribute('href', '/badges/c1')
  expect(document.body.textContent).not.toMatch(/we are signing it/)
})

test('a date that moved is called our delay', async () => {
  const page = await open({ ...waiting, dateMoved: true })
  await expect.element(page.getByText('Your result is late')).toBeVisible()
  await expect.element(page.getByText(/We may ask one more reviewer/)).toBeVisible()
})

test('one screen: the verdict, the criteria, one comment, the next step; the rest is folded', async () => {
  const page = await open(decided('not-yet'))
  const text = () => document.querySelector('main')?.textContent ?? ''
  await expect.element(page.getByText('You asked before you decided.')).toBeVisible()
  // Folded parts are loaded last.
  await expect.element(page.getByText('Your choices in the story')).toBeVisible()
  expect(document.querySelector('details[open]')).toBeNull()
  const order = [
    'Not yet proficient in collaboration',
    'Agree the work',
    'You asked before you decided.',
    'Say what changed.',
    'Your next step',
    '2 peers and 1 mentor judged your answers. Each one judged alone',
    'Your choices in the story',
  ].map((words) => text().indexOf(words))
  expect(order.every((at) => at >= 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(await violations()).toEqual([])
})

const delay = {
  owed: 5,
  done: 2,
  minutesLeft: 12,
  opensAt: '2026-12-07T18:00:00.000Z',
  waitsFor: 'reviews',
} as const
const withheld = { comments: [], criteria: [], choices: [], nextStep: null }

test.each([
  [
    'reviews',
    'Review an answer',
    /About 12 minutes left.*You can read them on .*December 7.* at the latest/s,
  ],
  [
    'work',
    'Open your reviews',
    /nothing for you to review right now.*read the comments and levels from .*December 7/s,
  ],
] as const)(
  'owed reviews that wait for %s: the decision is there, and what opens the rest',
  async (waitsFor, link, words) => {
    const page = await open({ ...decided('not-yet'), ...withheld, delay: { ...delay, waitsFor } })
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Not yet proficient in collaboration')
    await expect
      .element(page.getByText('Reviews needed for these comments: 2 of 5 done.'))
      .toBeVisible()
    await expect.element(page.getByRole('link', { name: link })).toHaveAttribute('href', '/reviews')
    expect(document.body.textContent).toMatch(words)
    expect(document.querySelectorAll('[data-done="true"]')).toHaveLength(2)
    await expect.element(page.getByText('What you wrote')).toBeVisible()
    expect(await violations()).toEqual([])
  },
)

test('a full result that opens while the page is shown is read out', async () => {
  const opened = decided('not-yet')
  server.mockImplementation((path) =>
    answer(addressOf(path).endsWith('/result') ? opened : handedIn()),
  )
  const opensAt = new Date(Date.now() - 1_500).toISOString()
  const page = await open({
    ...opened,
    ...withheld,
    delay: { ...delay, done: 5, minutesLeft: 0, opensAt, waitsFor: 'undo' },
  })
  await expect.element(page.getByText(/in a minute/)).toBeVisible()
  await expect
    .element(
      page.getByRole('status').filter({ hasText: 'You can now read the comments and levels.' }),
    )
    .toBeInTheDocument()
  await expect.element(page.getByText('You asked before you decided.')).toBeVisible()
})

test('not yet: the level, what was seen, what held it back, what would change it', async () => {
  const page = await open(decided('not-yet'))
  await expect.element(page.getByRole('heading', { name: 'Gives each task a time' })).toBeVisible()
  await page.getByRole('heading', { name: 'Agree the work' }).click()
  await expect.element(page.getByText(/^Not yet\. Part of it has an owner\./)).toBeVisible()
  const listUnder = (name: string) =>
    page.getByRole('heading', { name, exact: true }).element().nextElementSibling?.textContent
  expect(listUnder('What reviewers saw')).toBe('Gives the milk an owner')
  expect(listUnder('What made your answers weaker')).toBe('Leaves the till without anyone')
  expect(listUnder('What to show next time')).toBe('Gives each task a time')
  await expect.element(page.getByText(/With 2 more reviews at level 3/)).toBeVisible()
  await expect.element(page.getByText(/again from .*2026/)).toBeVisible()
  expect(document.querySelector('.gauge')?.getAttribute('data-level')).toBe('2')
})

test('undecided: nothing is filled, and no level is shown', async () => {
  const page = await open(decided('needs-more'))
  await page.getByRole('heading', { name: 'Agree the work' }).click()
  await expect
    .element(
      page.getByText(/Needs more evidence: there were too few reviews, or they were too different/),
    )
    .toBeVisible()
  expect(document.querySelector('.gauge')?.getAttribute('data-level')).toBe('0')
  expect(document.querySelector('.level')).toBeNull()
})

test('proficient: the badge is shown, also while it is being signed', async () => {
  const page = await open(decided('proficient'))
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('You are proficient in collaboration')
  await expect.element(page.getByRole('img', { name: /Badge: Collaboration/ })).toBeVisible()
  const badge = page.getByRole('img', { name: /Badge: Collaboration/ }).element()
  const [own, next] = Array.from(document.querySelectorAll('.section'), (section) =>
    section.getBoundingClientRect(),
  )
  // The badge keeps a distance from the lines above and below it.
  expect(badge.getBoundingClientRect().top - (own?.top ?? 0)).toBeGreaterThanOrEqual(12)
  expect((next?.top ?? 0) - badge.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(24)
  await expect.element(page.getByText(/we are signing it/)).toBeVisible()
  await page.getByRole('heading', { name: 'Agree the work' }).click()
  await expect.element(page.getByText('Level 2.9, plus or minus 0.4.')).toBeVisible()
  await expect.element(page.getByText(/did not see enough of its signs/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('before the hand-in it leads back to the story', async () => {
  const page = await open(undefined, anAttempt())
  await expect.element(page.getByText('You have not handed in anything yet')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Continue' })).toBeVisible()
})

test('the words that a reviewer quoted are marked in their sentence', () => {
  const answers = ['I go up.  I say: wait  for it, Joel! Then I rest.', 'The milk is in.']
  const plain = (reasons: string[]) =>
    quotedWords(answers, reasons).map((pieces) =>
      pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
    )
  expect(plain(['You say "Wait for it..." and that is good.'])).toEqual([
    'I say: [wait  for it], Joel!',
  ])
  expect(plain(['“wait for it” and “for it, Joel!”', '"the milk is"'])).toEqual([
    'I say: [wait  for it][, Joel!]',
    '[The milk is] in.',
  ])
  expect(plain(['"never written there"', '"short"', 'nothing quoted'])).toEqual([])
})

test('the comment that is shown is the first short one, or the shortest', () => {
  const [long, longer] = ['a'.repeat(400), 'b'.repeat(500)]
  const pick = (...texts: string[]) =>
    pickComments(texts.map((text) => ({ worked: text, tryNext: '' }))).worked
  expect(pick(longer, 'Short.', 'Shorter')).toBe('Short.')
  expect(pick(longer, long)).toBe(long)
  expect(pick()).toBeUndefined()
})
