const key = 'mettle signed in'

/**
 * That somebody is signed in on this device: where their session has ended and they have not left by
 * themselves, the sign-in page says so. Says nothing about who.
 */
export const wasHere = {
  read(): boolean {
    try {
      return localStorage.getItem(key) !== null
    } catch {
      return false
    }
  },
  keep(): void {
    try {
      localStorage.setItem(key, 'yes')
    } catch {
      // Storage refused: then the page says nothing.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(key)
    } catch {
      // As above.
    }
  },
}
