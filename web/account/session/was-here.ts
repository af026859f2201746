const key = 'mettle signed in'

/**
 * Remembers that somebody is signed in on this device, but not who. If their session ended and they
 * did not sign out themselves, the sign-in page says so.
 */
export const wasHere = {
  read(): boolean {
    try {
      return [localStorage, sessionStorage].some((place) => place.getItem(key) !== null)
    } catch {
      return false
    }
  },
  /**
   * Called after sign-in. On a shared computer it lasts only until the tab closes, like the
   * session.
   */
  keep(isShared: boolean): void {
    try {
      const place = isShared ? sessionStorage : localStorage
      place.setItem(key, 'yes')
    } catch {
      // Storage is blocked: the page says nothing then.
    }
  },
  forget(): void {
    try {
      for (const place of [localStorage, sessionStorage]) place.removeItem(key)
    } catch {
      // Storage is blocked: nothing was stored.
    }
  },
}
