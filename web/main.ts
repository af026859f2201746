import './app.css'
import { mount } from 'svelte'

import App from './App.svelte'
import { prefetched } from './lib/http/prefetched.ts'
import { Router } from './lib/router/router.svelte.ts'
import { admits, findSession, type Session } from './lib/reader/session.ts'
import { readAs } from './lib/reader/reader.ts'
import { serverTime } from './lib/http/server-time.svelte.ts'
import { show } from './lib/reader/reading.ts'
import { tellZone } from './lib/reader/tell-zone.ts'
import { whereFirst } from './lib/reader/where-first.ts'
import { getLocale } from './paraglide/runtime.js'
import PageFailed from './ui/page/Failed.svelte'
import { closed, notFound, routes } from './routes.ts'

/** Not at the top level: pages import this file's chunk, and awaiting them there would wait for itself. */
async function open(): Promise<void> {
  document.documentElement.lang = getLocale()
  // Matching needs URLPattern even where links load whole pages; older browsers fetch it.
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
  show(account.reading)
  readAs(session)
  if (account.zone === null) void tellZone()
}

/** Whatever breaks before there is a page: somebody who waits is told. */
function fail(error: unknown): void {
  reportError(error)
  mount(PageFailed, { target: place(), props: { because: 'fault' } })
}

/** Where the app stands, without the words for an app that did not start. */
function place(): Element {
  const target = document.querySelector('#app') ?? document.body
  target.replaceChildren()
  return target
}

open().catch(fail)
