import type { Component } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import { type Route, route } from '../../web/lib/router/route.ts'
import { go, Router } from '../../web/lib/router/router.svelte.ts'
import { leave } from './support/navigation.ts'
import Outlet from './support/Outlet.svelte'
import Page from './support/Page.svelte'

const heading = () => document.querySelector('h1')?.textContent
const home = location.pathname + location.search
let stop: () => void = () => undefined

/** The code of a page, which may load late. */
const code = (late: Promise<unknown> = Promise.resolve()) => {
  const page = Page as unknown as Component<Record<string, string>>
  return () => late.then(() => ({ default: page }))
}

async function open(more: Route[] = []) {
  const routes = [...more, route('/list', 'anyone', code()), route('/things/:id', 'anyone', code())]
  const closed = route('/closed', 'anyone', code())
  const router = new Router(routes, () => true, closed)
  const listening = vi.spyOn(navigation, 'addEventListener')
  const page = await render(Outlet, { router })
  await router.start(route('/start', 'anyone', code()))
  const [, listener] = listening.mock.calls.find(([kind]) => kind === 'navigate') ?? []
  stop = () => {
    if (listener) navigation.removeEventListener('navigate', listener as EventListener)
  }
  return { page, router }
}

beforeEach(() => {
  leave()
  history.replaceState(null, '', home)
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  history.replaceState(null, '', home)
})

test('a link shows its page, at the top, with the focus on its heading', async () => {
  const { page } = await open()
  expect(heading()).toBe(location.pathname)
  scrollTo(0, 400)
  expect(scrollY).toBe(400)
  // A press by pointer would scroll to the link first.
  const link = page.getByRole('link', { name: 'Thing 7' }).element()
  if (link instanceof HTMLAnchorElement) link.click()
  await vi.waitFor(() => expect(heading()).toBe('/things/7'))
  expect(document.title).toBe('/things/7')
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  expect(scrollY).toBe(0)
})

test('Back returns to the link that was followed', async () => {
  const { page } = await open()
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await vi.waitFor(() => expect(heading()).toBe('/list'))
  await page.getByRole('link', { name: 'Thing 8' }).click()
  await vi.waitFor(() => expect(heading()).toBe('/things/8'))
  history.back()
  await vi.waitFor(() => expect(heading()).toBe('/list'))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Thing 8'))
})

test('a history entry with the same address does not leave the page: nothing is loaded', async () => {
  const { router } = await open()
  go('/things/7')
  await vi.waitFor(() => expect(heading()).toBe('/things/7'))
  const asked = vi.spyOn(window, 'confirm').mockReturnValue(false)
  const release = router.hold(() => true)
  const shown = router.view
  history.pushState('kept', '')
  await navigation.back().finished
  expect(history.state).toBeNull()
  expect(asked).not.toHaveBeenCalled()
  expect(router.view).toBe(shown)
  release()
})

test('of two navigations that race, the last wins', async () => {
  const late = Promise.withResolvers<void>()
  const { page, router } = await open([route('/slow', 'anyone', code(late.promise))])
  await page.getByRole('link', { name: 'Slow' }).click()
  await vi.waitFor(() => expect(router.pending).toBe(true))
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await vi.waitFor(() => expect(heading()).toBe('/list'))
  late.resolve()
  await late.promise
  await vi.waitFor(() => expect(router.pending).toBe(false))
  expect([heading(), location.pathname]).toEqual(['/list', '/list'])
})

test('code that does not load is reported, and the page can be left', async () => {
  const gone = () => Promise.reject(new TypeError('not fetched'))
  const { router } = await open([route('/gone', 'anyone', gone)])
  go('/gone')
  await vi.waitFor(() => expect(heading()).toBe('Failed'))
  go('/list')
  await vi.waitFor(() => expect(heading()).toBe('/list'))
  expect(router.failure).toBeUndefined()
})

test('unsaved text keeps the page until the reader agrees to leave', async () => {
  const { router } = await open()
  const asked = vi.spyOn(window, 'confirm').mockReturnValue(false)
  const letGo = router.hold(() => true)
  go('/list')
  expect(asked).toHaveBeenCalledTimes(1)
  expect(heading()).toBe(location.pathname)
  expect(heading()).not.toBe('/list')

  asked.mockReturnValue(true)
  await navigation.navigate('/list').finished
  expect(asked).toHaveBeenCalledTimes(2)
  expect(heading()).toBe('/list')

  letGo()
  await navigation.navigate('/things/7').finished
  expect(asked).toHaveBeenCalledTimes(2)
  expect(heading()).toBe('/things/7')
})

test('a filter changes the address and keeps page and focus', async () => {
  const { router } = await open()
  go('/list')
  await vi.waitFor(() => expect(heading()).toBe('/list'))
  const shown = document.querySelector('h1')
  document.querySelector<HTMLElement>('a[href="/things/8"]')?.focus()
  await navigation.navigate('/list?skill=empathy').finished
  expect(router.url.searchParams.get('skill')).toBe('empathy')
  expect(document.querySelector('h1')).toBe(shown)
  expect(document.activeElement?.textContent).toBe('Thing 8')
})

test('a link to a fragment on another page moves the focus there', async () => {
  const { page } = await open()
  await page.getByRole('link', { name: 'Below on the list' }).click()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('below'))
  expect(heading()).toBe('/list')
})
