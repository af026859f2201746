import './app.css'
import { mount } from 'svelte'

import App from './App.svelte'
import { openClient } from './lib/queries.ts'
import { admits } from './lib/route.ts'
import { Router } from './lib/router.svelte.ts'
import { getLocale } from './paraglide/runtime.js'
import { closed, notFound, routes } from './routes.ts'

/** Not at the top level: pages import this file's chunk, and awaiting them there would wait for itself. */
async function open(): Promise<void> {
  document.documentElement.lang = getLocale()
  // Matching needs URLPattern even where links load whole pages; older browsers fetch it.
  if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill')

  const client = openClient()
  const router = new Router(routes, (who) => admits(who, false, undefined), closed)
  mount(App, { target: document.querySelector('#app') ?? document.body, props: { router, client } })
  await router.start(notFound)
}

void open()
