import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import YourData from '../../web/account/settings/YourData.svelte'
import Settings from '../../web/account/settings/Settings.svelte'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, offline, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

interface Saved {
  name: string
  href: string
}

let saved: Saved[]

beforeEach(async () => {
  await freshServer()
  saved = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, href: this.href })
  })
})
afterEach(() => vi.restoreAllMocks())

const archive = () => Promise.resolve(new Response(new Blob(['PK archive'])))
const open = () => openPage(YourData, {}, { session: aSession() })

test('one button saves the file under its name, and says so', async () => {
  server.mockImplementation(archive)
  const page = await open()
  await page.getByRole('button', { name: 'Download your data' }).click()
  await expect.element(page.getByText('Your file is ready. Look in your downloads.')).toBeVisible()
  expect(server.mock.calls.map(([path]) => path)).toEqual(['/api/export'])
  expect(saved.map(({ name }) => name)).toEqual(['mettle-export.zip'])
  const bytes = await vi.waitFor(async () => {
    vi.unstubAllGlobals()
    return (await fetch(saved[0]?.href ?? '')).text()
  })
  expect(bytes).toBe('PK archive')
})

test('while the file is made, the page says so, and a second press asks for no second file', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  server.mockImplementation(() => promise)
  const page = await open()
  const button = page.getByRole('button')
  await button.click()
  await expect.element(page.getByText(/We are making your file/)).toBeVisible()
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  await button.click({ force: true })
  resolve(new Response(new Blob(['PK'])))
  await expect.element(page.getByRole('button', { name: 'Download your data' })).toBeVisible()
  expect(server).toHaveBeenCalledTimes(1)
  expect(saved).toHaveLength(1)
})

test('too many in a day: it says when the next one can be made', async () => {
  server.mockImplementation(async () => {
    const answer = await refused(429, 'too-many-requests')
    answer.headers.set('retry-after', '7200')
    return answer
  })
  const page = await open()
  await page.getByRole('button', { name: 'Download your data' }).click()
  await expect.element(page.getByRole('alert').getByText(/You can try again /)).toBeVisible()
  expect(saved).toEqual([])
  await expect.element(page.getByRole('button', { name: 'Download your data' })).toBeEnabled()
})

test.each([
  ['before the answer', offline],
  [
    'in the middle of the file',
    () => Promise.resolve(new Response(new ReadableStream({ pull: (c) => c.error(new Error()) }))),
  ],
])('a connection that breaks %s saves nothing, and one can try again', async (_, broken) => {
  server.mockImplementationOnce(broken).mockImplementation(archive)
  const page = await open()
  const button = page.getByRole('button', { name: 'Download your data' })
  await button.click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  expect(saved).toEqual([])
  await button.click()
  await expect.element(page.getByText('Your file is ready. Look in your downloads.')).toBeVisible()
  expect(saved).toHaveLength(1)
})

test('asks for a code first if the last one is old, and then makes the file', async () => {
  let proven = false
  server.mockImplementation((address) => {
    const path = address instanceof Request ? address.url : address.toString()
    if (path === '/api/export') return proven ? archive() : refused(403, 'fresh-proof-needed')
    if (path.endsWith('/confirmation')) proven = true
    return answer({}, 201)
  })
  const page = await open()
  await page.getByRole('button', { name: 'Download your data' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByLabelText('Code from the email').fill('23456789')
  await dialog.getByRole('button', { name: 'Confirm and continue' }).click()
  await vi.waitFor(() => expect(saved).toHaveLength(1))
})

test('the settings have a section for it', async () => {
  server.mockImplementation(() => Promise.resolve(Response.json({ sessions: [] })))
  const page = await openPage(Settings, {}, { session: aSession() })
  await expect.element(page.getByRole('heading', { name: 'Your data' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Download your data' })).toBeVisible()
  expect(await violations()).toEqual([])
})
