import { type Component, tick } from 'svelte'

import { m } from '../../paraglide/messages.js'
import { type Found, matcher } from './match.ts'
import { focusOn, keepScroll, selectorOf, restoreScroll } from './focus.ts'
import { wholePage } from './whole-page.ts'
import type { Layout, Params, Route, Who } from './route.ts'

/** Shows the page of the current URL. Without the Navigation API, links load whole pages. */
export class Router {
  view = $state.raw<{ Page: Component<Params>; params: Params; layout: Layout }>()
  url = $state.raw(new URL(location.href))
  pending = $state(false)
  /** Why the page could not be shown, most often code that could not be loaded. */
  failure = $state.raw<unknown>()

  readonly #find: (url: URL) => Found | undefined
  readonly #held = new Set<() => boolean>()
  readonly #left = new Map<string, string | undefined>()
  #latest: AbortSignal | undefined

  /** `closed` is shown instead of a page that this reader's role may not see. */
  constructor(routes: Route[], admitted: (who: Who) => boolean, closed: Route) {
    this.#find = matcher(routes, admitted, closed)
  }

  async start(notFound: Route): Promise<void> {
    if ('navigation' in window) navigation.addEventListener('navigate', this.#navigate)
    keepScroll()
    await this.#show(this.#find(this.url) ?? { route: notFound, params: {} }, this.url)
    restoreScroll()
  }

  /** Asks before leaving while `dirty` returns true. Returns the function that ends the asking. */
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
    // The browser loads everything that is no page of ours: badge pages, downloads, posted forms.
    const whole = event.navigationType === 'reload' || event.downloadRequest !== null
    if (!found || found.route.whole || whole || event.info === wholePage) return
    // A history entry that a page added for itself, with the same URL.
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
      // The cast is safe: `route()` does not compile for a page that needs props other than the
      // parameters of its path.
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

/** Asks before leaving the page while `dirty` returns true: for text that only a button saves. */
export function holdWhile(router: Router, dirty: () => boolean): void {
  $effect(() => router.hold(dirty))
}

/** Opens another page from code. What a person clicks to open a page is a link. */
export function go(href: string, history: 'push' | 'replace' = 'push'): void {
  if ('navigation' in window) {
    // A navigation that was stopped or overtaken rejects; that is no error.
    const { committed, finished } = navigation.navigate(href, { history })
    void Promise.allSettled([committed, finished])
  } else if (history === 'push') location.assign(href)
  else location.replace(href)
}
