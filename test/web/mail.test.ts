import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import MailTrouble from '../../web/account/session/MailTrouble.svelte'
import SignIn from '../../web/account/sign-in/SignIn.svelte'
import AdminHome from '../../web/admin/home/Home.svelte'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  sessionStorage.clear()
})

const email = 'leila@post.example'

describe('somebody whose emails do not arrive', () => {
  test.each([
    ['bounced', /came back to us/],
    ['complained', /marked as spam/],
    ['blocked', /provider does not send emails to you/],
  ] as const)('%s: reads why, and what to do', async (why, words) => {
    await openPage(MailTrouble, { email, why })
    await expect.element(page.getByText(`Our emails do not reach ${email}`)).toBeVisible()
    await expect.element(page.getByText(words)).toBeVisible()
    await expect.element(page.getByText(/ask an admin to send an invitation to it/)).toBeVisible()
    expect(await violations()).toEqual([])
  })

  test('asks for emails again, and the notice goes', async () => {
    server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
    await openPage(MailTrouble, { email, why: 'bounced' })
    await page.getByRole('button', { name: 'Send me emails again' }).click()
    await expect.element(page.getByText(/do not reach/)).not.toBeInTheDocument()
    const [path, init] = server.mock.calls[0] ?? []
    expect([addressOf(path), init?.method]).toEqual(['/api/mail-suppression', 'DELETE'])
  })

  test('is told if that did not work, and can try again', async () => {
    server.mockImplementation(() => refused(503, 'try-again'))
    await openPage(MailTrouble, { email, why: 'bounced' })
    await page.getByRole('button', { name: 'Send me emails again' }).click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(page.getByText(/do not reach/)).toBeVisible()
  })
})

describe('an admin', () => {
  const home = (operator: boolean, state: object) =>
    openPage(
      AdminHome,
      {},
      {
        session: aSession([aMembership('admin', { operator, kind: 'employer' })]),
        first: { '/api/mail-state': { fullAt: null, waiting: 0, unreachable: 0, ...state } },
      },
    )
  const full = { fullAt: '2026-11-25T09:01:00.000Z', waiting: 80 }

  test('of the operator reads that the limit is used up, and what to do', async () => {
    await home(true, full)
    await expect.element(page.getByText(/the limit has been reached/)).toBeVisible()
    await expect.element(page.getByText(/80 emails are waiting/)).toBeVisible()
    await expect.element(page.getByText(/MAIL_CARRIER/)).toBeVisible()
    expect(await violations()).toEqual([])
  })

  test('of a programme or an employer reads whom to tell', async () => {
    await home(false, { ...full, waiting: 1 })
    await expect.element(page.getByText(/One email is waiting/)).toBeVisible()
    await expect.element(page.getByText(/Tell the people who run this site/)).toBeVisible()
    await expect.element(page.getByText(/MAIL_CARRIER/)).not.toBeInTheDocument()
  })

  test('reads how many people get no emails, and nothing while all do', async () => {
    const { unmount } = await home(false, { unreachable: 3 })
    await expect.element(page.getByText('3 people do not get our emails')).toBeVisible()
    await unmount()
    await home(false, {})
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.element(page.getByText(/do not get our emails/)).not.toBeInTheDocument()
  })
})

test('somebody who asks for a code while no emails leave is told at once', async () => {
  await openPage(SignIn, {})
  server.mockImplementation(() => answer({ mailIsLate: true }, 202))
  await page.getByLabelText('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.element(page.getByText('Your code may arrive late')).toBeVisible()
  // A code that is asked for later, when emails leave again, is not late.
  server.mockImplementation(() => answer({}, 202))
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await expect.element(page.getByText('Your code may arrive late')).not.toBeInTheDocument()
})
