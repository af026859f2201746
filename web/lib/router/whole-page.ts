/** Tells the router to leave a navigation to the browser. */
export const wholePage = 'whole page'

/** Loads another page whole: somebody came, left, or acts as somebody else, and nothing stays behind. */
export function loadPage(href: string, history: 'push' | 'replace' = 'push'): void {
  if ('navigation' in window) {
    const { committed, finished } = navigation.navigate(href, { history, info: wholePage })
    // The page that asked is gone before these settle.
    void Promise.allSettled([committed, finished])
  } else if (history === 'push') location.assign(href)
  else location.replace(href)
}
