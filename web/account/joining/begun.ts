const key = 'mettle joining begun'

/**
 * Remembers in this tab that somebody pressed a button to join and was sent to the profile page, so
 * that the page they come back to can join for them. The address alone is not enough: then a link
 * could make somebody join.
 */
export const begun = {
  keep(accountId: string, path: string): void {
    try {
      sessionStorage.setItem(key, JSON.stringify([accountId, path]))
    } catch {
      // Storage is blocked: they press the button once more.
    }
  },
  /** Whether this person began what this page does. It is forgotten, so it happens only once. */
  take(accountId: string, path = location.pathname + location.search): boolean {
    try {
      const stored = sessionStorage.getItem(key)
      sessionStorage.removeItem(key)
      return stored === JSON.stringify([accountId, path])
    } catch {
      return false
    }
  },
}
