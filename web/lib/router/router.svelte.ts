import { type Component, tick } from 'svelte'

import { m } from '../../paraglide/messages.js'
import { type Found, matcher } from './match.ts'
import { focusOn, keepScroll, selectorOf, restoreScroll } from './focus.ts'
import { wholePage } from './whole-page.ts'
import type { Layout, Params, Route, Who } from './route.ts'

/** Shows the page of the current address. Without the Navigation API, links load whole pages. */
export class Router {
  view = $state.raw<{ Page: Component<Params>; params: Params; layout: Layout }>()
  url = $state.raw(new URL(location.href))
  pending = $state(false)
  /** Why the page asked for is not here, most often code that could not be fetched. */
  failure = $state.raw<unknown>()

  readonly #find: (url: URL) => Found | undefined
  readonly #held = new Set<() => boolean>()
  readonly #left = new Map<string, string | undefined>()
  #latest: AbortSignal | undefined

  /** `closed` is shown in place of a page that this reader's role may not see. */
  constructor(routes: Route[], admitted: (who: Who) => boolean, closed: Route) {
    this.#find = matcher(routes, admitted, closed)
  }

  async start(notFound: Route): Promise<void> {
    if ('navigation' in window) navigation.addEventListener('navigate', this.#navigate)
    keepScroll()
    await this.#show(this.#find(this.url) ?? { route: notFound, params: {} }, this.url)
    restoreScroll()
  }

  /** Asks before leaving while `dirty` says so. Returns the function that lets go. */
  hold(dirty: () => boolean): () => void {
    this.#held.add(dirty)
    addEventListener('beforeunload', this.#unload)
    return () => {
      this.#held.delete(dirty)
      // Some browsers keep a page with this listener out of the back/forward cache.
      if (this.#held.size === 0) removeEventListener('beforeunload', this.#unload)
    }
  }

  #navigate = (event: NavigateEvent): void => {
    const url = new URL(event.destination.url)
    const found = this.#find(url)
    // What is no page of ours (badge pages, downloads, posted forms) is the browser's to load.
    const whole = event.navigationType === 'reload' || event.downloadRequest !== null
    if (!found || found.route.whole || whole || event.info === wholePage) return
    // An entry of the history that a page keeps for itself, at its own address.
    if (event.destination.sameDocument && url.href === this.url.href) return
    if (!event.canIntercept || event.hashChange || event.formData) return
    if (event.cancelable && this.#dirty() && !confirm(m.shell_leave_unsaved())) {
      return event.preventDefault()
    }

    const back = event.navigationType === 'traverse'
    const samePage = !this.failure && url.pathname === this.url.pathname
    const source = event.sourceElement ?? document.activeElement
    if (navigation.currentEntry) this.#left.set(navigation.currentEntry.key, selectorOf(source))

    event.intercept({
      focusReset: 'manual',
      scroll: samePage && !back ? 'manual' : 'after-transition',
      handler: async () => {
        await this.#show(found, url, event.signal)
        if (samePage || event.signal.aborted) return
        focusOn(back ? this.#left.get(event.destination.key) : undefined, url.hash)
      },
    })
  }

  async #show({ route, params }: Found, url: URL, signal?: AbortSignal): Promise<void> {
    this.#latest = signal
    this.pending = true
    try {
      const { default: Page } = await route.load()
      if (signal?.aborted) return
      // `route()` checked props against path
      this.view = { Page: Page as Component<Params>, params, layout: route.layout }
      this.failure = undefined
    } catch (error) {
      if (signal?.aborted) return
      this.failure = error
    } finally {
      if (this.#latest === signal) this.pending = false
    }
    this.url = url
    await tick()
  }

  #dirty = (): boolean => [...this.#held].some((dirty) => dirty())

  #unload = (event: BeforeUnloadEvent): void => {
    if (this.#dirty()) event.preventDefault()
  }
}

/** Goes to another page from code; people go by links. */
export function go(href: string, history: 'push' | 'replace' = 'push'): void {
  if ('navigation' in window) {
    // One that was held or overtaken rejects, which is nothing to report.
    const { committed, finished } = navigation.navigate(href, { history })
    void Promise.allSettled([committed, finished])
  } else if (history === 'push') location.assign(href)
  else location.replace(href)
}
