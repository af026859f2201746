import { beforeEach, expect, test, vi } from 'vitest'

import CodeStep from '../../web/account/sign-in/CodeStep.svelte'
import { wasHere } from '../../web/account/session/was-here.ts'
import Welcome from '../../web/account/sign-in/Welcome.svelte'
import { oldCodeWords } from '../../web/account/sign-in/code-words.ts'
import SignIn from '../../web/account/sign-in/SignIn.svelte'
import { isShared } from '../../web/lib/draft/shared-computer.ts'
import { went } from './support/navigation.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, offline, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  sessionStorage.clear()
})

const anAskedCode = () => ({ email: 'leila@post.example', at: Date.now() })

test('an address leads to the code, and a wrong code gets a helpful error', async () => {
  const page = await openPage(SignIn, {})
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Sign in')
  expect(await violations()).toEqual([])

  server.mockImplementation(() => answer({}, 202))
  await page.getByLabelText('Email address').fill(' leila@post.example ')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.element(page.getByLabelText('Code from the email')).toHaveFocus()
  expect(sent()).toEqual({ email: 'leila@post.example' })

  server.mockImplementation(() => refused(401, 'code-not-accepted'))
  await page.getByLabelText('Code from the email').fill('7k2m-river')
  await page.getByLabelText(/shared computer/).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  expect(sent()).toEqual({ by: 'code', code: '7k2m-river', sharedComputer: true })
  await expect.element(page.getByLabelText('Code from the email')).toHaveValue('7k2m-river')
  expect(await violations()).toEqual([])
})

test.each(['', 'leila', 'leila at post'])(
  '"%s" is no address, and nothing is sent',
  async (typed) => {
    const page = await openPage(SignIn, {})
    await page.getByLabelText('Email address').fill(typed)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect.element(page.getByRole('alert')).toHaveFocus()
    await page.getByRole('alert').getByRole('link').click()
    await expect.element(page.getByLabelText('Email address')).toHaveValue(typed)
    expect(server).not.toHaveBeenCalled()
  },
)

test('what the server finds wrong with a field is shown at that field', async () => {
  server.mockImplementation(() => refused(422, 'invalid-input', { fields: ['email'] }))
  const page = await openPage(SignIn, {})
  await page.getByLabelText('Email address').fill('leila@post')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect
    .element(page.getByLabelText('Email address'))
    .toHaveAccessibleDescription(/name@example.org/)
})

test('without a network it says so, and the address stays', async () => {
  server.mockImplementation(offline)
  const page = await openPage(SignIn, {})
  await page.getByLabelText('Email address').fill('leila@post.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.element(page.getByText('No connection')).toBeVisible()
  await expect.element(page.getByLabelText('Email address')).toHaveValue('leila@post.example')
})

test('a page that is opened again still waits for the code, and another address can be used', async () => {
  server.mockImplementation(() => answer({}, 202))
  const first = await openPage(SignIn, {})
  await first.getByLabelText('Email address').fill('leila@post.example')
  await first.getByRole('button', { name: 'Send me a code' }).click()
  await expect.element(first.getByLabelText('Code from the email')).toBeVisible()
  await first.unmount()

  const page = await openPage(SignIn, {})
  await expect.element(page.getByLabelText('Code from the email')).toBeVisible()
  await expect.element(page.getByText(/We sent an email to leila@post.example/)).toBeVisible()
  expect(server).toHaveBeenCalledTimes(1)
  await page.getByRole('button', { name: 'Use another email address' }).click()
  await expect.element(page.getByLabelText('Email address')).toHaveValue('leila@post.example')
  await page.unmount()
  await openPage(SignIn, {})
  await expect.element(page.getByLabelText('Email address')).toBeVisible()
})

test('a new code can be asked for', async () => {
  server.mockImplementation(() => answer({}, 202))
  const props = { asked: anAskedCode(), to: '/home', onback: () => undefined }
  const page = await openPage(CodeStep, props)
  expect(server).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await vi.waitFor(() => expect(server).toHaveBeenCalledTimes(1))
  expect(server.mock.calls[0]?.[0]).toBe('/api/sign-ins')
  expect(server.mock.calls[0]?.[1]).toMatchObject({ method: 'POST' })
  expect(sent()).toEqual({ email: 'leila@post.example' })
  await expect
    .element(page.getByRole('status').getByText(/newest email\. We send at most 10 codes an hour/))
    .toBeVisible()
  expect(document.body.textContent).not.toMatch(/no longer works|on its way/)
})

test.each([
  ['7K2M RZV', /Enter all characters/],
  ['7K2M-RLVO', /It never has 0, O, 1, I, L or U/],
])('“%s” cannot be a code, and the field says why', async (typed, why) => {
  const page = await atTheCode()
  server.mockImplementation(() => refused(422, 'invalid-input', { fields: ['code'] }))
  await page.getByLabelText('Code from the email').fill(typed)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByLabelText('Code from the email')).toHaveAccessibleDescription(why)
})

test('a code that was tried too often has another error than a mistyped one', async () => {
  const page = await atTheCode()
  server.mockImplementation(() => refused(401, 'code-over'))
  await page.getByLabelText('Code from the email').fill('7K2MRZVE')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByText(/There were five wrong tries/)).toBeVisible()
})

test.each([
  [
    'long-code-over',
    /five wrong tries here.*enter your long code again\. A long code works for one hour/,
  ],
  ['long-code-not-accepted', /works for one hour, in any browser/],
])('about a long code, %s says what is so', async (type, words) => {
  const page = await atTheCode()
  server.mockImplementation(() => refused(401, type))
  await page.getByLabelText('Code from the email').fill('7K2MRZVE7K2MRZVE')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByText(words)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/only in the browser|no longer works/)
})

test.each([
  ['7K2M-RZVE', /older than ten minutes\. Ask for a new one/],
  ['7K2M-RZVE-7K2M-RZVE', /Then enter the long code again/],
])('on an old page, %s has its own way out', (typed, words) => {
  expect(oldCodeWords(typed)).toMatch(words)
})

test('the page says that a longer code was sent, and why', async () => {
  const page = await openPage(SignIn, {})
  const longCode = { mailedAt: '2026-11-25T09:05:00', nextAt: '2026-11-25T10:05:00', isNew: true }
  server.mockImplementation(() => answer({ longCode }, 202))
  await page.getByLabelText('Email address').fill('leila@post.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const lead = /too many requests, so we sent a longer code to leila@post\.example.*10:05/
  await expect.element(page.getByText(lead)).toBeVisible()
})

test('if no mail was sent, the page says when the long code was, and when the next one can be', async () => {
  const page = await openPage(SignIn, {})
  server.mockImplementation(() => answer({}, 202))
  await page.getByLabelText('Email address').fill('leila@post.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.element(page.getByText(/^We sent an email/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/16-character code/)
  const longCode = { mailedAt: '2026-11-25T09:05:00', nextAt: '2026-11-25T10:05:00' }
  server.mockImplementation(() => answer({ longCode }, 202))
  await page.getByRole('button', { name: 'Send a new code' }).click()
  const lead = /We did not send a new email.*Use the code we sent at .*9:05.*works once.*10:05/
  await expect.element(page.getByText(lead)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/We sent an email|newest email/)
  // The page still knows that a code was sent after the browser has discarded it, while the mail
  // was read.
  await page.unmount()
  const again = await openPage(SignIn, {})
  await expect.element(again.getByText(lead)).toBeVisible()
  server.mockImplementation(() => refused(401, 'code-used'))
  await again.getByLabelText('Code from the email').fill('7K2M-RZVE-7K2M-RZVE')
  await again.getByRole('button', { name: 'Sign in' }).click()
  await expect
    .element(again.getByText(/Someone has already used this long code, and it works only once/))
    .toBeVisible()
})

test('a person whose account is deleted because of their age is not told that they were signed out', async () => {
  wasHere.keep(true)
  history.replaceState(null, '', '?as=student')
  const name = null
  const birthYear = null
  const account = { ...aSession().account, name, birthYear, version: 1 }
  const page = await openPage(
    Welcome,
    {},
    { session: aSession([]), first: { '/api/account': account } },
  )
  server.mockImplementation(() => refused(403, 'minimum-age'))
  await page.getByLabelText('Your name').fill('Tom')
  await page
    .getByLabelText('Year you were born')
    .selectOptions(String(new Date().getFullYear() - 12))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Yes, it is right' }).click()
  await vi.waitFor(() => expect(went()).toContainEqual(['/too-young', 'replace']))
  expect(wasHere.read()).toBe(false)
  history.replaceState(null, '', location.pathname)
})

test('a person whose session ended elsewhere is told why they must sign in, and others are not', async () => {
  const stranger = await openPage(SignIn, {})
  await expect.element(stranger.getByLabelText('Email address')).toBeVisible()
  expect(document.body.textContent).not.toMatch(/You were signed out/)
  await stranger.unmount()
  // On a shared computer only until the tab is closed.
  wasHere.keep(true)
  expect(localStorage.getItem('mettle signed in')).toBeNull()
  const page = await openPage(SignIn, {})
  await expect.element(page.getByText('You were signed out')).toBeVisible()
  expect(await violations()).toEqual([])
  wasHere.forget()
})

test.each([
  [{ because: 'idle', seconds: 12 * 3_600 }, /because you did nothing here for 12 hours$/],
  [{ because: 'idle', seconds: 1_800 }, /because you did nothing here for 30 minutes$/],
  [{ because: 'idle', seconds: 7 * 86_400 }, /because you did nothing here for 7 days$/],
  [
    { because: 'age', since: '2026-11-20T10:00:00.000Z' },
    /because you had been signed in for too long, since .*20.*2026$/,
  ],
])('a person whose session ended by time is told after how long: %j', async (ended, words) => {
  wasHere.keep(false)
  const page = await openPage(SignIn, {}, { first: { '/sign-in#ended': ended } })
  await expect.element(page.getByText(words)).toBeVisible()
  await expect.element(page.getByText('Sign in to go back to where you were.')).toBeVisible()
  expect(document.body.textContent).not.toMatch(/or your role ended/)
  wasHere.forget()
})

async function atTheCode() {
  server.mockImplementation(() => answer({}, 202))
  const page = await openPage(CodeStep, {
    asked: anAskedCode(),
    to: '/home',
    onback: () => undefined,
  })
  server.mockImplementation((_, init) =>
    init?.method === 'POST'
      ? refused(401, 'sign-in-cookie-missing')
      : refused(401, 'not-signed-in'),
  )
  await page.getByLabelText('Code from the email').fill('7k2m-river')
  return page
}

test('on a shared computer no words are kept on the device, on one’s own they are', async () => {
  for (const isTicked of [true, false]) {
    server.mockImplementation(() => answer({}, 201))
    const page = await openPage(CodeStep, {
      asked: anAskedCode(),
      to: '/home',
      onback: () => undefined,
    })
    await page.getByLabelText('Code from the email').fill('7k2m-3v9x')
    if (isTicked) await page.getByLabelText(/shared computer/).click()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(isShared).toBe(isTicked)
    await page.unmount()
  }
  wasHere.forget()
})

test('a browser whose cookie was taken by a sign-out in another tab is not told to allow cookies first', async () => {
  const page = await atTheCode()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect
    .element(page.getByLabelText('Code from the email'))
    .toHaveAccessibleDescription(/Did you sign out in another tab\? Ask for a new code/)
  await expect.element(page.getByText(/switched off/)).not.toBeInTheDocument()
})

test('a browser that refuses cookies is told so, and what to do', async () => {
  vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(false)
  const page = await atTheCode()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/Cookies are switched off in this browser.*Allow cookies for this site/)
  expect(await violations()).toEqual([])
})

test('after ten minutes the code is too old, with or without its cookie', async () => {
  const page = await atTheCode()
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 11 * 60_000)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByRole('alert')).toMatchTextContent(/older than ten minutes/)
  vi.restoreAllMocks()
})
