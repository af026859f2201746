const key = 'mettle code asked for'
/** As long as a long code works. */
const lifetimeMs = 3_600_000

export interface AskedCode {
  email: string
  /** Milliseconds, by this device's clock. */
  at: number
  /** Where no mail was sent: when the last long code was, and when the next one can be. ISO times. */
  longCode?: { mailedAt: string; nextAt: string } | undefined
}

/**
 * Which address a code was asked for, in this tab: a telephone drops the page while its mail is read,
 * and asking again would end the code in it.
 */
export const askedCode = {
  read(): AskedCode | undefined {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
      if (typeof stored !== 'object' || !stored || !('email' in stored) || !('at' in stored)) return
      const { email, at } = stored
      if (typeof email !== 'string' || typeof at !== 'number') return
      // Written by `keep` alone.
      const { longCode } = stored as AskedCode
      return Date.now() - at < lifetimeMs ? { email, at, longCode } : undefined
    } catch {
      // Storage refused: the page forgets, as it would without this.
      return
    }
  },
  keep(asked: AskedCode): void {
    try {
      sessionStorage.setItem(key, JSON.stringify(asked))
    } catch {
      // As above.
    }
  },
  forget(): void {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  },
}
