const key = 'mettle signed in'

/**
 * That somebody is signed in on this device: where their session has ended and they have not left by
 * themselves, the sign-in page says so. Says nothing about who.
 */
export const wasHere = {
  read(): boolean {
    try {
      return [localStorage, sessionStorage].some((place) => place.getItem(key) !== null)
    } catch {
      return false
    }
  },
  /** On a shared computer for as long as the tab, like the session. */
  keep(isShared: boolean): void {
    try {
      const place = isShared ? sessionStorage : localStorage
      place.setItem(key, 'yes')
    } catch {
      // Storage refused: then the page says nothing.
    }
  },
  forget(): void {
    try {
      for (const place of [localStorage, sessionStorage]) place.removeItem(key)
    } catch {
      // As above.
    }
  },
}
