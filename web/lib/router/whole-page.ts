/** Tells the router to leave a navigation to the browser. */
export const wholePage = 'whole page'

/**
 * Loads a page from the server and not through the router, so that no data is left in memory, such
 * as that of another person or role.
 */
export function loadPage(href: string, history: 'push' | 'replace' = 'push'): void {
  if ('navigation' in window) {
    const { committed, finished } = navigation.navigate(href, { history, info: wholePage })
    // The page is gone before these promises settle, so nobody waits for them.
    void Promise.allSettled([committed, finished])
  } else if (history === 'push') location.assign(href)
  else location.replace(href)
}
