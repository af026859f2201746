import './app.css'
import { mount } from 'svelte'

import App from './App.svelte'
import { prefetched } from './lib/http/prefetched.ts'
import { Router } from './lib/router/router.svelte.ts'
import { askAs } from './lib/http/response.ts'
import { admits, findSession, type Session } from './lib/reader/session.ts'
import { readAs } from './lib/reader/reader.ts'
import { serverTime } from './lib/http/server-time.svelte.ts'
import { show } from './lib/reader/reading.ts'
import { tellZone } from './lib/reader/tell-zone.ts'
import { whereFirst } from './lib/reader/where-first.ts'
import { getLocale } from './paraglide/runtime.js'
import PageFailed from './ui/page/Failed.svelte'
import { closed, notFound, routes } from './routes.ts'

/**
 * In a function and not at the top level: pages import this file's chunk, so a top-level await
 * would wait for itself.
 */
async function open(): Promise<void> {
  document.documentElement.lang = getLocale()
  // The router needs URLPattern; older browsers load it.
  if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill')

  const first = prefetched()
  const session = await findSession(first)
  if (session) {
    const elsewhere = whereFirst(session, location)
    if (elsewhere) return location.replace(elsewhere)
    prepare(session)
  }
  const router = new Router(routes, (who) => admits(who, session), closed)
  mount(App, { target: place(), props: { router, session, first } })
  await router.start(notFound)
}

function prepare(session: Session): void {
  const { account, now } = session
  serverTime.learn(now)
  askAs(account.id)
  show(account.reading)
  readAs(session)
  if (account.zone === null) void tellZone()
}

/** Shows an error page if something breaks before the app is mounted. */
function fail(error: unknown): void {
  reportError(error)
  mount(PageFailed, { target: place(), props: { because: 'fault' } })
}

/** The app's element, without the message for an app that did not start. */
function place(): Element {
  const target = document.querySelector('#app') ?? document.body
  target.replaceChildren()
  return target
}

open().catch(fail)
