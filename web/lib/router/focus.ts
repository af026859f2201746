/** A selector that finds an element again after its page was left and rebuilt. */
export function selectorOf(element: Element | null): string | undefined {
  if (element?.id) return `#${CSS.escape(element.id)}`
  const href = element?.getAttribute('href')
  return href ? `main a[href="${CSS.escape(href)}"]` : undefined
}

/**
 * Focuses the first of these that is there: the element of `selector`, the element of the fragment,
 * the page's heading, `main`.
 */
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
 * After going back to or reloading a whole page, browsers restore the scroll before our content is
 * there, so we store it ourselves. Within one page load the browser restores it.
 */
export function keepScroll(): void {
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(scrollKey(), String(scrollY))
    } catch {
      // Storage is blocked: the page opens at its top.
    }
  })
}

export function restoreScroll(): void {
  const [load] = performance.getEntriesByType('navigation')
  if (!(load instanceof PerformanceNavigationTiming) || load.type === 'navigate') return
  try {
    scrollTo(0, Number(sessionStorage.getItem(scrollKey()) ?? 0))
  } catch {
    // Storage is blocked: the page stays at its top.
  }
}
