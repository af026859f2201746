import '../../web/app.css'
import type { Component } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import App from '../../web/App.svelte'
import { route } from '../../web/lib/router/route.ts'
import { Router } from '../../web/lib/router/router.svelte.ts'
import type { Session } from '../../web/lib/reader/session.ts'
import Broken from './support/Broken.svelte'
import { aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

const home = location.pathname + location.search
// In a variable, so that the build does not resolve it.
const gone = '/assets/gone-4f1c.js'
const reported = vi.fn<(error: unknown) => void>()

beforeEach(async () => {
  await freshServer()
  reported.mockReset()
  // Throws, like the browser's `reportError`, if it is called as a method of another object.
  vi.stubGlobal('reportError', function report(this: unknown, error: unknown) {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation')
    reported(error)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', home)
})

async function openApp(
  load: () => Promise<{ default: Component<Record<string, string>> }>,
  session: Session | undefined = aSession(),
) {
  const closed = route('/closed', 'anyone', () => Promise.reject(new Error('closed')))
  const router = new Router([], () => true, closed)
  const page = await render(App, { router, first: {}, session })
  await router.start(route('/broken', 'anyone', load))
  return page
}

const broken = () => Promise.resolve({ default: Broken as Component<Record<string, string>> })

async function expectFailure(title: string): Promise<void> {
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  expect(document.activeElement?.textContent).toBe(title)
  expect(await violations()).toEqual([])
}

test('a page that breaks while it renders says so, and leads to the home page', async () => {
  history.replaceState(null, '', '?at-once')
  const page = await openApp(broken)
  await expectFailure('Something went wrong on this page')
  await expect.element(page.getByRole('button', { name: 'Load the page again' })).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Go to the home page' }))
    .toHaveAttribute('href', '/home')
  expect(reported.mock.calls[0]?.[0]).toMatchObject({ message: 'planted' })
})

test('a page that breaks later says so as well', async () => {
  const page = await openApp(broken)
  await expect.element(page.getByText('Whole so far')).toBeVisible()
  await page.getByRole('button', { name: 'Break' }).click()
  await expectFailure('Something went wrong on this page')
  expect(reported).toHaveBeenCalledTimes(1)
})

test('if files are gone since a new deploy, the page says so and what to do', async () => {
  const page = await openApp(() => import(/* @vite-ignore */ gone))
  await expectFailure('This page did not load')
  await expect.element(page.getByText(/Mettle has a new version/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Load the page again' })).toBeVisible()
})

test('if the session cannot be loaded, the page does not guess', async () => {
  const closed = route('/closed', 'anyone', () => Promise.reject(new Error('closed')))
  const router = new Router([], () => true, closed)
  await render(App, { router, first: {}, session: undefined })
  await expectFailure('Mettle did not answer')
})
