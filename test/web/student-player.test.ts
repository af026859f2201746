import { beforeEach, expect, test, vi } from 'vitest'
import { page as screen, userEvent } from 'vitest/browser'

import AttemptPage from '../../web/student/attempt/Attempt.svelte'
import { wrongLength } from '../../web/student/attempt/answer-draft.ts'
import type { Attempt } from '../../web/student/attempt/attempt.ts'
import { addressOf } from './support/hiring.ts'
import {
  anAttempt,
  anAttemptAtAnswer,
  anAttemptToCheck,
  attemptPath,
  handedIn,
} from './support/attempts.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, keyOf, offline, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const open = (attempt: Attempt) =>
  openPage(
    AttemptPage,
    { attemptId: 'a1' },
    { session: aSession(), first: { [attemptPath]: attempt } },
  )

const calls = (method: string) => server.mock.calls.filter(([, init]) => init?.method === method)

const afterChoice = {
  number: 2,
  screen: {
    passageId: 'fountain',
    paragraphs: ['"At last," says Lien.'],
    choices: [{ id: 'go', text: 'Go.' }],
    final: true,
    ended: false,
  },
  prompt: null,
  earlier: [],
  leadsToFinal: false,
  progress: { turnsTaken: 2, turnsLeft: { least: 1, most: 1 }, minutesLeft: 1 },
}

test('a choice pressed twice is one turn, and the next passage begins at its heading', async () => {
  const reply = Promise.withResolvers<Response>()
  server.mockImplementation(() => reply.promise)
  const page = await open(anAttempt())
  await expect.element(page.getByText('“Number six,” says Joris.')).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByLabelText(/Ask Joris why/).click()
  await page.getByRole('button', { name: 'Choose this' }).dblClick()
  await expect.element(page.getByText('Saving…')).toBeVisible()
  reply.resolve(Response.json(afterChoice, { status: 201 }))

  await expect.element(page.getByText('“At last,” says Lien.')).toBeVisible()
  expect(calls('POST')).toHaveLength(1)
  expect(sent(0)).toEqual({ number: 2, kind: 'choice', id: 'ask' })
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
  await expect.element(page.getByText(/Step 3, about 1 more/)).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Go back one step' }))
    .not.toBeInTheDocument()

  await page.getByText('The story so far').click()
  await expect.element(page.getByText('You chose: Ask Joris why.')).toBeVisible()
})

test('what a step makes final is shown before it is taken', async () => {
  const page = await open(anAttempt({ leadsToFinal: true }))
  await expect
    .element(page.getByText(/^After this step, your choices so far are final/))
    .toBeVisible()
  await expect.element(page.getByText(/^You can go back and choose again/)).not.toBeInTheDocument()
})

test('an answer before a final step shows the same', async () => {
  const page = await open({ ...anAttemptAtAnswer(), leadsToFinal: true })
  await expect
    .element(page.getByText(/^After this step, your choices so far are final/))
    .toBeVisible()
})

test('the browser’s Back goes back in the story, and says where that ends', async () => {
  server.mockImplementation(() => answer({ ...afterChoice, earlier: ['opening', 'lane'] }, 201))
  history.replaceState(null, '')
  const page = await open(anAttempt())
  await expect.poll(() => history.state).toBe('mettle step')
  const entries = history.length
  await page.getByLabelText(/Ask Joris why/).click()
  await page.getByRole('button', { name: 'Choose this' }).click()
  await expect.element(page.getByText('“At last,” says Lien.')).toBeVisible()
  // One history entry is enough for any number of steps.
  expect(history.length).toBe(entries)

  server.mockImplementation(() => answer({ ...anAttempt(), number: 3, earlier: [] }, 201))
  // The frame's own history: other tests share the window's.
  await navigation.back().committed
  await expect.element(page.getByText('“Number six,” says Joris.')).toBeVisible()
  expect(sent()).toEqual({ number: 3, kind: 'back', id: 'lane' })

  // Going back from here is not possible: the page says so and sends nothing.
  const asked = calls('POST').length
  await navigation.back().committed
  await expect.element(page.getByText(/Your choices before this screen are final/)).toBeVisible()
  expect(calls('POST')).toHaveLength(asked)
})

test('a turn whose answer was lost is sent again with the same number and key', async () => {
  server.mockImplementation(offline)
  const page = await open(anAttempt())
  await page.getByLabelText(/Walk up the lane/).click()
  await page.getByRole('button', { name: 'Choose this' }).click()
  await expect.element(page.getByText('No connection')).toBeVisible()
  server.mockImplementation(() => answer(afterChoice))
  await page.getByRole('button', { name: 'Choose this' }).click()
  await expect.element(page.getByText('“At last,” says Lien.')).toBeVisible()
  expect(sent(0)).toEqual(sent(1))
  expect(keyOf(0)).toBe(keyOf(1))
})

test('the letters on the rows choose, on this screen and the next', async () => {
  server.mockImplementation(() => answer(afterChoice, 201))
  const page = await open(anAttempt())
  await expect.element(page.getByLabelText(/Walk up the lane/)).toBeVisible()
  await userEvent.keyboard('b{Enter}')
  await expect.element(page.getByText('“At last,” says Lien.')).toBeVisible()
  expect(sent(0)).toEqual({ number: 2, kind: 'choice', id: 'walk' })
  await userEvent.keyboard('a')
  await expect.element(page.getByLabelText(/Go\./)).toBeChecked()
})

test('without a choice there is an error, which leads to the rows', async () => {
  const page = await open(anAttempt())
  await page.getByRole('button', { name: 'Choose this' }).click()
  await expect.element(page.getByText(/Choose one of these first/)).toBeVisible()
  expect(server).not.toHaveBeenCalled()
  await expect.element(page.getByLabelText(/Ask Joris why/)).toHaveFocus()
})

test('a story that continued in another tab is shown at its present screen', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'POST' ? refused(409, 'turn-taken') : answer(anAttemptAtAnswer()),
  )
  const page = await open(anAttempt())
  await page.getByLabelText(/Ask Joris why/).click()
  await page.getByRole('button', { name: 'Choose this' }).click()
  await expect.element(page.getByText('You continued the story in another window')).toBeVisible()
  await expect.element(page.getByText('They look at you.')).toBeVisible()
})

test('an answer shows whether it is saved, and counts its words', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'PUT' ? answer({ promptId: 'plan', version: 1, savedAt: '' }) : answer({}),
  )
  const page = await open(anAttemptAtAnswer())
  await expect.element(page.getByText('Write 5 to 12 words.')).toBeVisible()
  await page.getByLabelText('What do you say and do?').fill('I would listen first')
  await expect.element(page.getByText('Saving…')).toBeVisible()
  await expect.element(page.getByText('Write 1 more word.')).toBeVisible()
  await expect.element(page.getByText(/^Saved \d/)).toBeVisible()
  expect(sent(0)).toEqual({ text: 'I would listen first', version: 0 })
  expect(await violations()).toEqual([])
})

test('too few words are reported before the story continues, and nothing typed is lost', async () => {
  const page = await open(anAttemptAtAnswer())
  await page.getByLabelText('What do you say and do?').fill('Too short')
  await page.getByRole('button', { name: 'Continue the story' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  await expect
    .element(page.getByLabelText('What do you say and do?'))
    .toHaveAccessibleDescription(/at least 5 words/)
  await expect.element(page.getByLabelText('What do you say and do?')).toHaveValue('Too short')
  expect(calls('POST')).toHaveLength(0)
  // Waits for the save: otherwise the next test would count that call.
  await vi.waitFor(() => expect(calls('PUT')).toHaveLength(1), { timeout: 5_000 })
})

test('the text is saved before the story continues', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'PUT'
      ? answer({ promptId: 'plan', version: 1, savedAt: '' })
      : init?.method === 'POST'
        ? answer({ ...anAttemptToCheck(), number: 3 }, 201)
        : answer(anAttemptToCheck()),
  )
  const page = await open(anAttemptAtAnswer())
  await page.getByLabelText('What do you say and do?').fill('I ask them both and wait')
  await page.getByRole('button', { name: 'Continue the story' }).dblClick()
  await expect.element(page.getByText('The story ends here')).toBeVisible()
  expect(server.mock.calls.map(([, init]) => init?.method)).toEqual(['PUT', 'POST', 'GET'])
  expect(sent(1)).toEqual({ number: 3, kind: 'answer', id: 'plan' })
})

test('without a network the text stays on the device, and the page says so', async () => {
  server.mockImplementation(offline)
  const page = await open(anAttemptAtAnswer())
  await page.getByLabelText('What do you say and do?').fill('I ask them both and wait')
  await expect.element(page.getByText(/Saved on this device/)).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Exit', exact: true })).toBeVisible()
})

test('an answer changed on another device shows both texts, and keeps the one chosen', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'PUT'
      ? refused(409, 'stale-version')
      : answer({ promptId: 'plan', text: 'from the phone', version: 5, savedAt: '' }),
  )
  const page = await open(anAttemptAtAnswer())
  await page.getByRole('textbox').fill('from the laptop')
  await expect.element(page.getByText('from the phone')).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Continue the story' }))
    .not.toBeInTheDocument()
  expect(await violations()).toEqual([])
  server.mockImplementation(() => answer({ promptId: 'plan', version: 6, savedAt: '' }))
  await page.getByRole('button', { name: /the other text/ }).click()
  await expect.element(page.getByRole('textbox')).toHaveValue('from the phone')
  await vi.waitFor(() => expect(sent()).toEqual({ text: 'from the phone', version: 5 }))
})

test('during a conflict the page says that the session has ended', async () => {
  server.mockImplementation((path, init) => {
    if (init?.method === 'PUT') return refused(409, 'stale-version')
    if (addressOf(path).endsWith('/api/session')) return refused(401, 'not-signed-in')
    return answer({ promptId: 'plan', text: 'from the phone', version: 5, savedAt: '' })
  })
  const page = await open(anAttemptAtAnswer())
  await page.getByRole('textbox').fill('from the laptop')
  await expect.element(page.getByText('You changed this answer in two places')).toBeVisible()
  await expect.element(page.getByText('You are signed out')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Sign in (new tab)' })).toBeVisible()
})

test('the ended session is reported once, also when continuing', async () => {
  server.mockImplementation(() => refused(401, 'not-signed-in'))
  const page = await open(anAttemptAtAnswer())
  await page.getByRole('textbox').fill(Array.from({ length: 70 }, () => 'word').join(' '))
  await expect.element(page.getByText('You are signed out')).toBeVisible()
  await page.getByRole('button', { name: 'Continue the story' }).click()
  const going = page.getByRole('button', { name: 'Continue the story' })
  await expect.element(going).not.toHaveAttribute('aria-disabled', 'true')
  await expect.element(page.getByText('You are signed out')).toBeVisible()
  expect(server.mock.calls.filter(([, init]) => init?.method === 'POST')).toEqual([])
  expect(page.getByText('You are signed out').elements()).toHaveLength(1)
})

test('an error of an answer is shown until it is corrected, and does not move the focus', async () => {
  server.mockImplementation(() => answer({ promptId: 'plan', version: 1, savedAt: '' }))
  const page = await open(anAttemptAtAnswer())
  await page.getByRole('textbox').fill('too short')
  await page.getByRole('button', { name: 'Continue the story' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  await page.getByRole('textbox').click()
  await userEvent.keyboard(' this')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(page.getByRole('textbox')).toHaveFocus()
  await userEvent.keyboard(' now is right')
  await expect.element(page.getByText(/Write at least/)).not.toBeInTheDocument()
  await expect.element(page.getByRole('textbox')).toHaveFocus()
})

test('the offline message goes once the text has arrived', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  try {
    server.mockImplementation(offline)
    const page = await open(anAttemptAtAnswer())
    await page.getByRole('textbox').fill('I would listen first of all')
    await page.getByRole('button', { name: 'Continue the story' }).click()
    await expect.element(page.getByText('No connection', { exact: true })).toBeVisible()
    server.mockImplementation(() => answer({ promptId: 'plan', version: 1, savedAt: '' }))
    // The page retries automatically.
    await vi.advanceTimersByTimeAsync(16_000)
    await expect.element(page.getByText(/^Saved/)).toBeVisible()
    await expect.element(page.getByText('No connection', { exact: true })).not.toBeInTheDocument()
  } finally {
    vi.useRealTimers()
  }
})

test('an expired attempt says what is kept and how to begin again', async () => {
  const shown = await open({ ...anAttemptToCheck(), state: 'lapsed' })
  await expect.element(shown.getByRole('link', { name: 'Begin again' })).toBeVisible()
  await expect.element(shown.getByText(/We kept what you wrote/)).toBeVisible()
  await shown.unmount()
  // Nothing arrived in time, so nothing was kept.
  const empty = await open({ ...anAttemptToCheck(''), state: 'lapsed' })
  await expect.element(empty.getByRole('link', { name: 'Begin again' })).toBeVisible()
  expect(document.body.textContent).not.toMatch(/We kept what you wrote/)
})

test('an attempt that ended because its student left says when, and that joining comes first', async () => {
  const endedAt = '2026-12-11T09:00:00.000Z'
  const attempt: Attempt = { ...anAttemptToCheck(), state: 'lapsed', endedAt }
  const page = await openPage(
    AttemptPage,
    { attemptId: 'a1' },
    { session: aSession([]), first: { [attemptPath]: attempt } },
  )
  await expect
    .element(page.getByText(/It closed on .*2026, when you left the programme/))
    .toBeVisible()
  await expect.element(page.getByText(/first join a programme as a student/)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Join a programme' }))
    .toHaveAttribute('href', '/join')
  expect(document.body.textContent).not.toMatch(/December 20|20 December/)
})

test.each([
  ['text that came too late', 'I ask them both and wait', '/attempts/a1/check'],
  ['nothing left to say', undefined, '/attempts/a1/result'],
])('an attempt handed in elsewhere, with %s, goes on to its page', async (_, text, to) => {
  const went = vi.spyOn(navigation, 'navigate').mockReturnValue({})
  server.mockImplementation((path, init) => {
    if (init?.method === 'PUT') return refused(409, 'attempt-not-open')
    return addressOf(path) === attemptPath ? answer(handedIn()) : answer({})
  })
  const page = await open(text ? anAttemptAtAnswer() : handedIn())
  if (text) await page.getByRole('textbox').fill(text)
  await vi.waitFor(() => expect(went).toHaveBeenCalledWith(to, { history: 'replace' }))
  expect(went).toHaveBeenCalledTimes(1)
  expect(document.body.textContent).not.toMatch(/or its thirty days are over/)
  went.mockRestore()
})

test('a student who has left the programme meanwhile is told so, and can copy the last text', async () => {
  server.mockImplementation(() => refused(403, 'no-role'))
  const page = await open(anAttemptAtAnswer())
  await page.getByRole('textbox').fill('I ask them both and wait')
  await expect.element(page.getByText('You are no longer in Riverside College')).toBeVisible()
  await expect.element(page.getByText(/Copy your last changes/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/Change it, and we’ll send it/)
  expect(await violations()).toEqual([])
})

test('the offline message for a choice goes once the network is back', async () => {
  server.mockImplementation(offline)
  const page = await open(anAttempt())
  await page.getByLabelText(/Ask Joris why/).click()
  await page.getByRole('button', { name: 'Choose this' }).click()
  await expect.element(page.getByText('No connection')).toBeVisible()
  dispatchEvent(new Event('online'))
  await expect.element(page.getByText('You are online again')).toBeVisible()
  expect(document.body.textContent).not.toMatch(/No connection/)
})

test('on a phone nothing is wider than the screen', async () => {
  await screen.viewport(320, 700)
  await open(anAttemptAtAnswer('I would listen first'))
  await userEvent.keyboard('{Tab}')
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  await screen.viewport(1280, 860)
})

test('an answer may have just as many words as are asked at least, and as at most', () => {
  const lengths = { least: 5, most: 12 }
  const problemOf = (count: number) => wrongLength('word '.repeat(count), lengths)
  expect([5, 12].map(problemOf)).toEqual([undefined, undefined])
  expect(problemOf(4)).toMatch(/5/)
  expect(problemOf(13)).toMatch(/12/)
})
