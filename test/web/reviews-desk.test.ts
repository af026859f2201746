import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page as screen, userEvent } from 'vitest/browser'

import { lastReview } from '../../web/lib/review/last-review.ts'
import type { LiveClaim } from '../../web/reviews/claim.ts'
import { m } from '../../web/paraglide/messages.js'
import Review from '../../web/reviews/desk/Review.svelte'
import { went } from './support/navigation.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { aClaim as aClaimWith, longEnough, whole } from './support/reviews.ts'
import { answer, freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

// The same person throughout: their device keeps text between page loads.
const session = aSession()

// A new claim for each test: a draft of the last one may still be on its way.
let tests = 0
let id = 'c1'
const aClaim = (more: Partial<LiveClaim> = {}) => aClaimWith({ id, ...more })

beforeEach(async () => {
  tests += 1
  id = `claim-${tests}`
  await freshServer()
  server.mockImplementation((_, init) => (init?.method === 'PUT' ? saved() : answer({})))
  lastReview.forget()
  // Room for the whole desk, so that its bar covers nothing.
  await screen.viewport(1280, 2400)
})

const open = (claim: unknown) =>
  openPage(Review, { claimId: id }, { session, first: { [`/api/claims/${id}`]: claim } })

const posts = () =>
  server.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([path, init]) => ({ path, body: bodyOf(init) }))

const bodyOf = (init?: RequestInit): unknown =>
  typeof init?.body === 'string' ? JSON.parse(init.body) : undefined

const inAMinute = () => new Date(Date.now() + 60_000).toISOString()
const saved = () => answer({ version: 1, savedAt: '', leaseUntil: inAMinute() })

/** A server that saves drafts, accepts a review, and has another answer after it. */
function taking() {
  server.mockImplementation((path, init) => {
    if (init?.method === 'PUT') return saved()
    if (path === '/api/claims') return answer({ claim: { id: 'c2' }, lookAgainAt: null }, 201)
    if (init?.method === 'POST') return answer({ id: 'r1', undoUntil: inAMinute() }, 201)
    return answer(aClaim({ id: 'c2' }))
  })
}

const keys = async (...pressed: string[]) => {
  for (const key of pressed) await userEvent.keyboard(key)
}

test('a whole review is written and handed in without the mouse', async () => {
  taking()
  const page = await open(aClaim())
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Hand to hand')
  expect(await violations()).toEqual([])

  // To the boxes of levels 2 and 3 (level 1 has none): two of its three ticks give a 3.
  await keys('i', 'i', ' ', '{Tab}', ' ')
  await expect.element(page.getByText(/we suggest level 3, proficient/)).toBeVisible()
  // Read, and not ticked.
  await expect.element(page.getByText('Agree the work, what holds 1 back')).toBeVisible()
  await keys('3', 'r')
  await expect
    .element(page.getByLabelText('What in the answer shows this level?').first())
    .toHaveFocus()
  await keys(longEnough('First'), '{Escape}', 'j')
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('criterion-share'))
  await keys('2')
  await expect.element(page.getByLabelText(/higher level than your ticks suggest/)).toBeVisible()
  await keys('1', 'r')
  await expect
    .element(page.getByLabelText(/higher level than your ticks suggest/))
    .not.toBeInTheDocument()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('reason-share'))
  await keys(longEnough('Second'), '{Escape}', 'j')
  await expect.element(page.getByLabelText('What worked?')).toHaveFocus()
  await keys(longEnough('Worked'), '{Tab}', longEnough('Next'), '{Control>}{Enter}{/Control}')

  await vi.waitFor(() => expect(went()).toContainEqual(['/reviews/c2', 'replace']))
  const [review] = posts()
  expect(review).toEqual({
    path: `/api/claims/${id}/review`,
    body: {
      ratings: [
        {
          criterion: 'agree-the-work',
          level: 3,
          indicators: ['3a', '3b'],
          reason: longEnough('First'),
        },
        { criterion: 'share', level: 1, indicators: [], reason: longEnough('Second') },
      ],
      worked: longEnough('Worked'),
      tryNext: longEnough('Next'),
    },
  })
})

test('after a review the page says that it is in before it leads to practice in another challenge', async () => {
  server.mockImplementation((path, init) => {
    if (path === '/api/claims')
      return refused(409, 'practice-first', { challengeId: 'peas-in-the-post' })
    if (init?.method === 'POST') return answer({ id: 'r1', undoUntil: inAMinute() }, 201)
    return answer({ version: 2, leaseUntil: inAMinute() })
  })
  const page = await open(aClaim({ draft: whole }))
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await vi.waitFor(() => expect(went()).toContainEqual(['/reviews', 'replace']))
  expect(went()).toHaveLength(1)
})

test('what is missing is listed in a summary that has the focus, and nothing is sent', async () => {
  const page = await open(aClaim())
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  await expect.element(page.getByRole('link', { name: 'Share it: choose a level' })).toBeVisible()
  await page
    .getByRole('link', { name: /Share it: what in the answer shows this level\? Write at least/ })
    .click()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('reason-share'))
  expect(await violations()).toEqual([])
  expect(posts()).toEqual([])
})

test('a closed criterion says what it lacks, and the list of what is left leads to each field', async () => {
  const [first, second] = whole.ratings
  if (!first || !second) throw new Error('A review has two ratings.')
  const ratings = [first, { ...second, level: 2 as const, indicators: ['2a'], reason: '' }]
  const page = await open(aClaim({ draft: { ...whole, ratings, tryNext: '' } }))
  const summary = (name: string) =>
    page.getByText(name, { exact: true }).element().closest('summary')
  await expect.element(page.getByRole('heading', { name: 'Share it' })).toBeVisible()
  expect(summary('Share it')?.textContent).toMatch(/Missing: reason\./)
  expect(summary('Agree the work')?.textContent).not.toMatch(/Missing/)

  await page.getByRole('button', { name: '2 things left to do' }).click()
  const left = page.getByRole('link', { name: /Write at least 40 characters/ })
  await expect.element(left.first()).toBeVisible()
  expect(left.elements().map(({ textContent }) => textContent?.trim())).toEqual([
    'Share it: what in the answer shows this level? Write at least 40 characters',
    'What should they try next? Write at least 40 characters',
  ])
  expect(await violations()).toEqual([])
  await left.first().click()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('reason-share'))
  expect(left.elements()).toHaveLength(0)
})

test('a criterion with no level and no reason lacks both', async () => {
  const page = await open(aClaim())
  await expect.element(page.getByText('Missing: level and reason.')).toBeVisible()
})

test('the desk says where a sign counts, which facts are needed and, once a criterion, what limits do', async () => {
  const page = await open(aClaim())
  await expect
    .element(page.getByText(/Tick a sign if at least one of the answers shows it/))
    .toBeVisible()
  const limits = page.getByText(/why an answer often does not reach the next level/)
  await expect.element(limits.first()).toBeVisible()
  expect(limits.elements()).toHaveLength(aClaim().criteria.length)
  await page.getByText('Facts the student was told').click()
  await expect.element(page.getByText(/needs only the facts marked “important”/)).toBeVisible()
  expect(document.querySelector('.facts li')?.textContent).toMatch(
    /the lorry comes at two\s+important/,
  )
})

test('if no fact is marked, most of them are enough', async () => {
  const [one] = aClaim().answers
  if (!one) throw new Error('A claim has an answer.')
  const facts = [{ says: 'the lorry comes at two', needed: false }]
  const page = await open(aClaim({ answers: [{ ...one, facts }] }))
  await page.getByText('Facts the student was told').click()
  await expect.element(page.getByText(/the answer has most of them/)).toBeVisible()
})

test('a level above its ticks brings the question for the missing sign into view', async () => {
  await screen.viewport(1280, 500)
  const page = await open(aClaim())
  await expect.element(page.getByRole('button', { name: 'Hand in', exact: true })).toBeVisible()
  expect(page.getByText('suggested', { exact: true }).elements()).toHaveLength(0)
  await page.getByRole('checkbox', { name: /^Agree the work 2a/ }).click()
  await expect.element(page.getByText('suggested', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: /^3/ }).first().click()
  const question = page.getByLabelText(/You chose a higher level than your ticks suggest/)
  await expect.element(question).toBeInViewport()
})

test('words selected in the answer go into the reason by one key', async () => {
  const page = await open(aClaim())
  await expect.element(page.getByText('I ask Joris to take the lane until nine.')).toBeVisible()
  await keys('q')
  await expect.element(page.getByText(/First select some words in an answer/)).toBeVisible()
  const words = page.getByText('I ask Joris to take the lane until nine.').element().firstChild
  if (!words) throw new Error('no words')
  getSelection()?.setBaseAndExtent(words, 2, words, 11)
  await new Promise((resolve) =>
    document.addEventListener('selectionchange', resolve, { once: true }),
  )
  await keys('q')
  await expect
    .element(page.getByLabelText('What in the answer shows this level?').first())
    .toHaveValue('“ask Joris” ')
})

test('a sentence is selected and quoted by keys alone', async () => {
  const page = await open(aClaim())
  await expect.element(page.getByText('I ask Joris to take the lane until nine.')).toBeVisible()
  await keys('n')
  await expect.element(page.getByText('Selected: “I ask Joris to take …”')).toBeVisible()
  await vi.waitFor(() => expect(getSelection()?.toString()).toMatch(/until nine\.$/))
  await new Promise(requestAnimationFrame)
  await keys('q')
  await expect
    .element(page.getByLabelText('What in the answer shows this level?').first())
    .toHaveValue('“I ask Joris to take the lane until nine.” ')
})

test('the next sentence comes after the last chosen one, though a reason was written meanwhile', async () => {
  const [one] = aClaim().answers
  if (!one) throw new Error('A claim has an answer.')
  const text = 'First I listen. Then I ask why. At last I plan.'
  const page = await open(aClaim({ answers: [{ ...one, text }] }))
  await expect.element(page.getByText(text)).toBeVisible()
  await keys('n')
  await expect.element(page.getByText('Selected: “First I listen.”')).toBeVisible()
  await keys('r')
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('reason-agree-the-work'))
  await keys('It listens.', '{Escape}', 'n')
  await expect.element(page.getByText('Selected: “Then I ask why.”')).toBeVisible()
  await keys('n')
  await expect.element(page.getByText('Selected: “At last I plan.”')).toBeVisible()
  await keys('p')
  await expect.element(page.getByText('Selected: “Then I ask why.”')).toBeVisible()
})

test.each([
  [
    'review-incomplete',
    { field: 'reason', criterion: 'share' },
    /shows this level\? Write at least 40/,
  ],
  ['reasons-alike', { criterion: 'share' }, /you gave the same reason for another criterion/],
])('what the server refuses as %s is shown at its field', async (type, members, words) => {
  server.mockImplementation((_, init) =>
    init?.method === 'POST'
      ? refused(422, type, members)
      : answer({ version: 2, leaseUntil: inAMinute() }),
  )
  const page = await open(aClaim({ draft: whole }))
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  const reason = page.getByLabelText('What in the answer shows this level?').nth(1)
  await expect.element(reason).toHaveAccessibleDescription(words)
  await expect.element(reason).toHaveValue(longEnough('share'))
})

test('handing in too soon says from when, and sends nothing', async () => {
  const page = await open(aClaim({ draft: whole, handInFrom: inAMinute() }))
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await expect.element(page.getByText(/You can hand this in a little later/)).toBeVisible()
  expect(posts()).toEqual([])
})

test('the undo of somebody else who was signed in here is not offered', async () => {
  lastReview.keep({ claimId: 'c0', undoUntil: inAMinute(), accountId: 'somebody else' })
  expect(lastReview.find(session.account.id)).toBeUndefined()
  expect(lastReview.find('somebody else')?.claimId).toBe('c0')
})

test('the last review can be undone within its minute', async () => {
  lastReview.keep({ claimId: 'c0', undoUntil: inAMinute(), accountId: session.account.id })
  server.mockImplementation((_, init) =>
    init?.method === 'DELETE'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer(aClaim({ id: 'c0' })),
  )
  const page = await open(aClaim())
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  const [top] = document.querySelectorAll('.head p')
  expect(top?.textContent?.replaceAll(/\s+/g, ' ')).toMatch(
    /^You have handed in your review\. You can undo this for \d+ seconds\. After that, your review counts\. The student gets a badge only with level 3 in each criterion\. We look at several reviews together, so yours never decides alone\. The student can read your words, but cannot see your name\. The answer on this page is the next one\. If you undo your last review, we keep what you write here\./,
  )
  await keys('u')
  await vi.waitFor(() => expect(went()).toContainEqual(['/reviews/c0', 'replace']))
  const deleted = server.mock.calls.find(([, init]) => init?.method === 'DELETE')
  expect(deleted?.[0]).toBe('/api/claims/c0/review')
})

test('what was written in the next review is saved before an undo, and the page says so', async () => {
  lastReview.keep({ claimId: 'c0', undoUntil: inAMinute(), accountId: session.account.id })
  const asked: string[] = []
  server.mockImplementation((path, init) => {
    if (typeof path === 'string') asked.push(`${init?.method ?? 'GET'} ${path}`)
    if (init?.method === 'PUT') return saved()
    return init?.method === 'DELETE'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer(aClaim({ id: 'c0' }))
  })
  const page = await open(aClaim())
  await page.getByLabelText('What worked?').fill(longEnough('Half'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText(/We saved your other review/)).toBeVisible()
  const writes = asked.filter(
    (one) => one.startsWith('DELETE') || one.includes(`PUT /api/claims/${id}/`),
  )
  expect(writes).toEqual([`PUT /api/claims/${id}/draft`, 'DELETE /api/claims/c0/review'])
})

test('a next review that cannot be saved now is not lost by an undo', async () => {
  lastReview.keep({ claimId: 'c0', undoUntil: inAMinute(), accountId: session.account.id })
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(503, 'unavailable') : answer(aClaim({ id: 'c0' })),
  )
  const page = await open(aClaim())
  await page.getByLabelText('What worked?').fill(longEnough('Half'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText('We could not undo your review. Try again.')).toBeVisible()
  await expect.element(page.getByLabelText('What worked?')).toHaveValue(longEnough('Half'))
  expect(server.mock.calls.some(([, init]) => init?.method === 'DELETE')).toBe(false)
})

test('a review changed in two tabs shows what the other one says, and the reader chooses', async () => {
  const ratings = whole.ratings.map((rating, index) =>
    index === 0 ? { ...rating, level: 2 as const, indicators: ['2a'] } : rating,
  )
  const there = { ...whole, version: 3, ratings }
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(409, 'stale-version') : answer(aClaim({ draft: there })),
  )
  const page = await open(aClaim({ draft: { ...whole, worked: longEnough('Here') } }))
  await page.getByLabelText('What worked?').fill(longEnough('Changed here'))
  await expect
    .element(page.getByText(/You changed this review in two places/), {
      timeout: 8000,
    })
    .toBeVisible()
  const other = page.getByRole('region', { name: 'What is different in the other version' })
  await expect.element(other.getByText(whole.worked)).toBeVisible()
  await expect.element(other.getByText('Level 2 developing')).toBeVisible()
  await expect.element(other.getByText('Ticked: Agree the work 2a')).toBeVisible()
  await expect.element(other.getByText('Share it')).not.toBeInTheDocument()
  await expect.element(other.getByText(whole.tryNext)).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Use the other review' }).click()
  await expect.element(page.getByLabelText('What worked?')).toHaveValue(whole.worked)
})

test('when the time runs out, the desk stays as it is and can be handed in', async () => {
  const over = { id, role: 'peer', state: 'lapsed', draft: whole, locked: null }
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(409, 'claim-ended') : answer(over),
  )
  const page = await open(aClaim({ draft: whole }))
  await page.getByLabelText('What worked?').fill(longEnough('Later'))
  await expect
    .element(page.getByText('Your time for this answer is up'), { timeout: 8000 })
    .toBeVisible()
  await expect.element(page.getByLabelText('What worked?')).toHaveValue(longEnough('Later'))
  taking()
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await vi.waitFor(() => expect(posts()[0]?.path).toBe(`/api/claims/${id}/review`))
})

test('text typed after the time ran out is there again after a reload, and is handed in', async () => {
  const over = { id, role: 'peer', state: 'lapsed', draft: whole, locked: null }
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(409, 'claim-ended') : answer(over),
  )
  const before = await open(aClaim({ draft: whole }))
  await before.getByLabelText('What worked?').fill(longEnough('Later'))
  await expect
    .element(before.getByText('Saved on this device', { exact: true }), { timeout: 8000 })
    .toBeVisible()
  await before.unmount()

  const page = await open(over)
  await expect.element(page.getByText(longEnough('Later'))).toBeVisible()
  taking()
  await page.getByRole('button', { name: 'Hand in what I wrote' }).click()
  await vi.waitFor(() => expect(posts()[0]?.body).toMatchObject({ worked: longEnough('Later') }))
})

test('an answer given back in another tab says so, and text typed here can be copied', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  const before = await open(aClaim({ draft: whole }))
  await before.getByLabelText('What worked?').fill(longEnough('Later'))
  const heading = before.getByRole('heading', { level: 1 })
  await expect
    .element(heading, { timeout: 8000 })
    .toHaveTextContent('You no longer have this answer')
  await expect.element(before.getByText(longEnough('Later'))).toBeVisible()
  expect(before.getByRole('button', { name: /^Hand in/ }).elements()).toHaveLength(0)
  expect(await violations()).toEqual([])
  await before.unmount()

  const page = await openPage(Review, { claimId: id }, { session })
  await expect.element(page.getByText(longEnough('Later'))).toBeVisible()
})

test('handing in says that the answer was given back', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  const page = await open(aClaim({ draft: whole }))
  await page.getByRole('button', { name: 'Hand in and get the next answer' }).click()
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('You no longer have this answer')
  await expect.element(page.getByText(whole.worked)).toBeVisible()
})

test('handing in is offered only for a complete review', async () => {
  const part = { ...whole, tryNext: '' }
  const over = { id, role: 'peer', state: 'lapsed', draft: part }
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? refused(409, 'claim-ended') : answer(over),
  )
  const before = await open(aClaim({ draft: part }))
  await before.getByLabelText('What worked?').fill(longEnough('Later'))
  await expect
    .element(before.getByText(/you can finish your review/), { timeout: 8000 })
    .toBeVisible()
  expect(before.getByText(/You can still hand it in/).elements()).toHaveLength(0)
  await before.unmount()

  const page = await open(over)
  await expect.element(page.getByText(/You cannot hand this in/)).toBeVisible()
  expect(page.getByRole('button', { name: 'Hand in what I wrote' }).elements()).toHaveLength(0)
})

test('on a phone the clock is beside its text and the link back', async () => {
  await screen.viewport(360, 740)
  const page = await open(aClaim())
  const at = (selector: string) =>
    document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
  const back = page.getByRole('button', { name: 'Give it back' })
  await expect.element(back).toBeVisible()
  const [clock, words] = [at('.lease .icon'), at('.lease span')]
  expect(Math.abs(clock.top - words.top)).toBeLessThan(8)
  expect(clock.right).toBeLessThanOrEqual(words.left)
  const button = back.element().getBoundingClientRect()
  expect(button.top).toBeLessThan(words.bottom)
  expect(button.left).toBeGreaterThanOrEqual(words.right)
})

test('a review reopened after its time says that it can still be handed in', async () => {
  const page = await open(aClaim({ leaseUntil: new Date(Date.now() - 60_000).toISOString() }))
  await expect
    .element(page.getByText('The time for this review has passed, but you can still hand it in'))
    .toBeVisible()
  expect(page.getByText(/You have until/).elements()).toHaveLength(0)
})

test('a criterion whose ticks suggest a lower level is named before the lock, and a link opens it', async () => {
  const ratings = whole.ratings.map((rating) =>
    rating.criterion === 'share' ? { ...rating, indicators: ['2a'] } : rating,
  )
  const page = await open(aClaim({ draft: { ...whole, ratings } }))
  await expect
    .element(page.getByText(/For these criteria, your ticks suggest a lower level/))
    .toBeVisible()
  expect(page.getByRole('link', { name: 'Agree the work' }).elements()).toHaveLength(0)
  await page.getByRole('link', { name: 'Share it' }).click()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('criterion-share'))
  await expect.element(page.getByRole('checkbox', { name: /^Share it 3a/ })).toBeVisible()
})

test('after the last criterion come the lock, then the comments', async () => {
  await open(aClaim())
  const button = screen.getByRole('button', { name: 'Lock my levels and show the choices' })
  await expect.element(button).toBeVisible()
  const isAfter = (one: Node | null, other: Node | null) =>
    one !== null &&
    other !== null &&
    (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  expect(isAfter(button.element(), document.getElementById('reason-share'))).toBe(true)
  expect(isAfter(document.getElementById('worked'), button.element())).toBe(true)
})

test('beside the time stands what follows when it is over', async () => {
  const page = await open(aClaim())
  await expect
    .element(page.getByText(/After .+, someone else may get this answer\. You can still hand in/))
    .toBeVisible()
})

test('an error in a criterion makes the page no longer than the window', async () => {
  await screen.viewport(1280, 800)
  const page = await open(aClaim())
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  const hidden = [...document.querySelectorAll<HTMLElement>('.pane .visually-hidden')]
  expect(hidden.length).toBeGreaterThan(2)
  for (const one of hidden) expect(one.offsetParent?.closest('.pane')).not.toBeNull()
})

test('on a small phone the reasons to give back fit, with one hint and the buttons', async () => {
  await screen.viewport(360, 740)
  const page = await open(aClaim({ role: 'mentor' }))
  await page.getByRole('button', { name: 'Give it back' }).click()
  const dialog = page.getByRole('dialog')
  const reasons = dialog.getByRole('radio')
  await expect.element(reasons.first()).toHaveAccessibleName('I have no time now')
  expect(dialog.getByText(/may have to wait a day/).elements()).toHaveLength(1)
  const fits = () => {
    const box = dialog.element()
    expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight)
  }
  fits()
  for (const button of dialog.getByRole('button').elements())
    expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(740)
  // Says the most about what follows.
  await dialog.getByLabelText(/worries me/).click()
  fits()
  await expect.element(dialog.getByText(/admins also get your name/)).toBeVisible()
  for (const button of dialog.getByRole('button').elements())
    expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(740)
})

test('giving an answer back asks why', async () => {
  const claim: LiveClaim = aClaim()
  server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
  const page = await open(claim)
  await page.getByRole('button', { name: 'Give it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click()
  await expect.element(page.getByText(/Say why you are giving it back/)).toBeVisible()
  await page.getByLabelText(/I know who wrote this/).click()
  expect(await violations()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click()
  await vi.waitFor(() => expect(went()).toContainEqual(['/reviews', 'replace']))
  expect(server.mock.calls.at(-1)?.[0]).toBe(`/api/claims/${id}?reason=know-this-person`)
})

test('who gives back what worries them reads that somebody was told, and others do not', async () => {
  server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
  for (const [reason, told] of [
    [m.reviews_back_worry, m.reviews_given_back_worry],
    [m.reviews_back_know, m.reviews_given_back],
  ] as const) {
    const page = await open(aClaim())
    await page.getByRole('button', { name: 'Give it back' }).click()
    await page.getByRole('dialog').getByLabelText(reason(), { exact: false }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click()
    await expect.element(page.getByText(told())).toBeVisible()
    await page.unmount()
  }
})

test('a review handed in says so, and that it can be undone', async () => {
  const submitted = { id, role: 'peer', state: 'submitted', undoUntil: inAMinute() }
  const page = await open(submitted)
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('You have handed in this review')
  await expect.element(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  await expect
    .element(
      page.getByText(
        /The student gets a badge only with level 3 in each criterion\. We look at several reviews together/,
      ),
    )
    .toBeVisible()
})

test.each([390, 1024, 1280])('%i px wide, the clock is beside its text', async (width) => {
  await screen.viewport(width, 860)
  const claim = aClaim()
  const title = 'The rota nobody wants'
  await open({ ...claim, challenge: { ...claim.challenge, title } })
  const words = screen.getByText(/You get more time while you type/).last()
  await expect.element(words).toBeVisible()
  const [icon, text] = [document.querySelector('.lease .icon'), words.element()].map((one) =>
    one?.getBoundingClientRect(),
  )
  if (!icon || !text) throw new Error('The clock and its words are on the page.')
  expect(icon.right).toBeLessThanOrEqual(text.left + 1)
  expect(icon.top).toBeGreaterThanOrEqual(text.top - 4)
  expect(icon.bottom).toBeLessThanOrEqual(text.bottom + 4)
})

test('the choices are shown once the levels are locked, which no later press can change', async () => {
  const [step, ...rest] = aClaim().story
  const story = [{ paragraphs: step?.paragraphs ?? [] }, ...rest]
  const ratings = ['agree-the-work', 'share'].map((criterion) => {
    return { criterion, level: 3 as const, indicators: criterion === 'share' ? [] : ['2a'] }
  })
  server.mockImplementation((path, init) => {
    if (init?.method === 'PUT') return saved()
    if (init?.method === 'POST') return answer({ ratings }, 201)
    return answer(aClaim({ locked: ratings }))
  })
  const page = await open(aClaim({ story }))
  const press = page.getByRole('button', { name: 'Lock my levels and show the choices' })
  await press.click()
  await expect.element(page.getByText('First choose a level here')).toBeVisible()
  expect(posts()).toEqual([])
  await page.getByRole('link', { name: 'Share it' }).click()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('level-share'))
  await keys('k', 'i', ' ', '3', 'j', '3')
  await press.click()
  await expect.element(press).not.toBeInTheDocument()
  expect(posts()).toEqual([{ path: `/api/claims/${id}/levels`, body: { ratings } }])
  await expect.element(page.getByRole('heading', { name: 'The student’s choices' })).toHaveFocus()
  await expect.element(page.getByText(/Asks the person first/).last()).toBeVisible()
  await expect.element(page.getByText(/Choices never change a level/)).toBeVisible()
  await expect.element(page.getByText('Shows: agree the work.').last()).toBeVisible()
  expect(await violations()).toEqual([])

  await keys('1')
  await expect
    .element(page.getByRole('radio', { name: /^1/, disabled: true }).first())
    .toBeVisible()
  expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(1)
  await expect.element(page.getByRole('radio', { checked: true })).toHaveAttribute('value', '3')
})

describe('levels locked in another tab', () => {
  const ratings = whole.ratings.map(({ criterion }) => {
    return { criterion, level: 2 as const, indicators: ['2a'] }
  })
  const isTaken = async (page: Awaited<ReturnType<typeof open>>) => {
    await expect.element(page.getByText('You locked your levels in another tab')).toBeVisible()
    await expect.element(page.getByRole('radio', { checked: true })).toHaveAttribute('value', '2')
    await expect
      .element(page.getByRole('button', { name: 'Lock my levels and show the choices' }))
      .not.toBeInTheDocument()
  }

  test('are taken over when a review is handed in, which then works', async () => {
    let refusals = 1
    server.mockImplementation((_, init) => {
      if (init?.method === 'PUT')
        return answer({ version: 2, savedAt: '', leaseUntil: inAMinute() })
      if (init?.method !== 'POST') return answer(aClaim({ locked: ratings, draft: whole }))
      return refusals-- > 0
        ? refused(409, 'levels-locked')
        : answer({ id: 'r1', undoUntil: inAMinute() }, 201)
    })
    const page = await open(aClaim({ draft: whole }))
    await page.getByRole('button', { name: 'Hand in', exact: true }).click()
    await isTaken(page)
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Hand in', exact: true }).click()
    await vi.waitFor(() => expect(went()).toContainEqual(['/reviews', 'replace']))
    expect(posts()[1]?.body).toMatchObject({
      ratings: ratings.map((rating, index) => ({ ...whole.ratings[index], ...rating })),
      worked: whole.worked,
    })
  })

  test('are taken over when the review here is kept', async () => {
    const there = { ...whole, version: 3, worked: longEnough('There') }
    server.mockImplementation((_, init) =>
      init?.method === 'PUT'
        ? refused(409, 'stale-version')
        : answer(aClaim({ draft: there, locked: ratings })),
    )
    const page = await open(aClaim({ draft: whole }))
    await page.getByLabelText('What worked?').fill(longEnough('Here'))
    await page.getByRole('button', { name: 'Keep this review' }).click()
    await isTaken(page)
    await expect.element(page.getByLabelText('What worked?')).toHaveValue(longEnough('Here'))
  })

  test('count after the time is over too', async () => {
    taking()
    const page = await open({ id, role: 'peer', state: 'lapsed', draft: whole, locked: ratings })
    await page.getByRole('button', { name: 'Hand in what I wrote' }).click()
    await vi.waitFor(() => expect(posts()[0]?.body).toMatchObject({ ratings }))
  })
})
