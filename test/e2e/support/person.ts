import { type APIResponse, type Browser, expect, type Page } from '@playwright/test'

import { codeFor } from './mail.ts'

/** A person with their own browser. */
export class Person {
  readonly page: Page
  readonly email: string
  readonly origin: string

  private constructor(page: Page, email: string, origin: string) {
    this.page = page
    this.email = email
    this.origin = origin
  }

  static async with(
    browser: Browser,
    origin: string,
    email: string,
    width = 1280,
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { width, height: 860 },
      timezoneId: 'Europe/London',
      locale: 'en-GB',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => {
      throw error
    })
    return new Person(page, email, origin)
  }

  /** Opens the sign-in page and signs in. */
  async signIn(): Promise<void> {
    await this.page.goto('/sign-in')
    await this.signInHere()
  }

  /** Signs in through the API, where the sign-in page is not what a test looks at. */
  async signInByDoors(): Promise<void> {
    await this.post('/api/sign-ins', { email: this.email })
    const code = await codeFor(this.page.request, this.email)
    await this.post('/api/session', { by: 'code', code, sharedComputer: false })
  }

  /** Signs in again after the session has ended, and acts in one of several roles. */
  async signInAs(role: string): Promise<void> {
    await this.page.context().clearCookies()
    await this.signIn()
    const { memberships } = await this.get('/api/session')
    const found = memberships.find((one: { role: string }) => one.role === role)
    await this.put('/api/session/membership', { membershipId: found.membershipId })
  }

  /** Types the address, reads the mail, types the code. */
  async signInHere(): Promise<void> {
    await this.page.getByLabel('Email address').fill(this.email)
    await this.page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(this.page.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
    await this.page
      .getByLabel('Code from the email')
      .fill(await codeFor(this.page.request, this.email))
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await this.page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  }

  /** Confirms in the dialog that it is them, with a new code. */
  async proveAgain(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Confirm that it is you' })
    await expect(dialog).toBeVisible()
    await dialog
      .getByLabel('Code from the email')
      .fill(await codeFor(this.page.request, this.email))
    await dialog.getByRole('button', { name: 'Confirm and continue' }).click()
    await expect(dialog).toBeHidden()
  }

  post = (path: string, data: object = {}) => this.#send('post', path, data)
  put = (path: string, data: object) => this.#send('put', path, data)

  /** The body of a successful answer; any other answer fails the test and is shown. */
  async #send(method: 'post' | 'put', path: string, data: object) {
    const headers = { origin: this.origin, 'idempotency-key': crypto.randomUUID() }
    const response = await this.page.request[method](`${this.origin}${path}`, { data, headers })
    return answerOf(response)
  }

  async get(path: string) {
    return answerOf(await this.page.request.get(`${this.origin}${path}`))
  }
}

async function answerOf(response: APIResponse) {
  const text = await response.text()
  expect(response.ok(), `${response.status()} ${response.url()}: ${text}`).toBe(true)
  return text === '' ? {} : JSON.parse(text)
}
