/** A selector that finds an element again after its page was left and built anew. */
export function selectorOf(element: Element | null): string | undefined {
  if (element?.id) return `#${CSS.escape(element.id)}`
  const href = element?.getAttribute('href')
  return href ? `main a[href="${CSS.escape(href)}"]` : undefined
}

/** After coming back: where the reader was. After going on: the fragment, or the page's heading. */
export function focusOn(selector: string | undefined, hash: string): void {
  const target =
    (selector && document.querySelector<HTMLElement>(selector)) ||
    document.getElementById(hash.slice(1)) ||
    document.querySelector<HTMLElement>('main h1') ||
    document.querySelector('main')
  if (target && target.tabIndex < 0) target.tabIndex = -1
  target?.focus({ preventScroll: true })
}

const scrollKey = () => `scroll ${location.pathname}${location.search}`

/**
 * After a whole-page load that came back or reloaded, browsers restore the scroll before our content
 * is there. So it is kept by hand; between pages of one load the browser does it.
 */
export function keepScroll(): void {
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(scrollKey(), String(scrollY))
    } catch {
      // Storage refused: the page opens at its top.
    }
  })
}

export function restoreScroll(): void {
  const [load] = performance.getEntriesByType('navigation')
  if (!(load instanceof PerformanceNavigationTiming) || load.type === 'navigate') return
  try {
    scrollTo(0, Number(sessionStorage.getItem(scrollKey()) ?? 0))
  } catch {
    // As above.
  }
}
