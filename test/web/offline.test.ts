import '../../web/app.css'
import type { Component } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import App from '../../web/App.svelte'
import { route, type Params } from '../../web/lib/router/route.ts'
import { Router } from '../../web/lib/router/router.svelte.ts'
import TooYoung from '../../web/account/sign-in/TooYoung.svelte'
import Attempt from '../../web/student/attempt/Attempt.svelte'
import { anAttemptAtAnswer, attemptPath } from './support/attempts.ts'
import { aSession } from './support/people.ts'
import { freshServer, offline, server } from './support/server.ts'

beforeEach(freshServer)
afterEach(() => vi.restoreAllMocks())

const closed = route('/closed', 'anyone', () => Promise.reject(new Error('closed')))

function show(router: Router, path: string, page: Component<never>, params: Params = {}) {
  router.view = { Page: page as unknown as Component<Params>, params, layout: 'column' }
  router.url = new URL(path, location.origin)
}

test('offline, the next page says that unsent text of the last one is kept and sent', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  server.mockImplementation(offline)
  const router = new Router([], () => true, closed)
  show(router, '/attempts/a1', Attempt, { attemptId: 'a1' })
  const first = { [attemptPath]: anAttemptAtAnswer() }
  const page = await render(App, { router, first, session: aSession() })
  await page.getByRole('textbox').fill('I ask them both')
  await expect.element(page.getByText(/We’ll keep what you wrote and send it/)).toBeVisible()

  show(router, '/home', TooYoung)
  await expect.element(page.getByText(/We’ll keep what you wrote and send it/)).toBeVisible()
  await expect.element(page.getByText(/We cannot send anything now/)).not.toBeInTheDocument()
})

test('offline and without unsent text, a page says that nothing is sent', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const router = new Router([], () => true, closed)
  show(router, '/home', TooYoung)
  const page = await render(App, { router, first: {}, session: aSession() })
  await expect.element(page.getByText(/We cannot send anything now/)).toBeVisible()
})
