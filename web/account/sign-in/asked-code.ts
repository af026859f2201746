const key = 'mettle code asked for'
/** How long a long code works. */
const lifetimeMs = 3_600_000

export interface AskedCode {
  email: string
  /** Milliseconds, by this device's clock. */
  at: number
  /**
   * Set if the address gets long codes now: when the last one was mailed and when the next can be, as
   * ISO times, and whether it was mailed just now. If not, no mail was sent.
   */
  longCode?: { mailedAt: string; nextAt: string; isNew?: true | undefined } | undefined
  /** Set if the code may come too late, because the email provider takes no more mail today. */
  mailIsLate?: boolean | undefined
}

/**
 * The address that a code was sent to, kept for this tab. A phone may discard the page while its
 * owner reads the mail, and asking again would invalidate the code.
 */
export const askedCode = {
  read(): AskedCode | undefined {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
      if (typeof stored !== 'object' || !stored || !('email' in stored) || !('at' in stored)) return
      const { email, at } = stored
      if (typeof email !== 'string' || typeof at !== 'number') return
      // Only `keep` writes it, so its shape is known.
      const { longCode, mailIsLate } = stored as AskedCode
      return Date.now() - at < lifetimeMs ? { email, at, longCode, mailIsLate } : undefined
    } catch {
      // Storage is blocked: the page works without it.
      return
    }
  },
  keep(asked: AskedCode): void {
    try {
      sessionStorage.setItem(key, JSON.stringify(asked))
    } catch {
      // Storage is blocked: nothing is stored.
    }
  },
  forget(): void {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Storage is blocked: nothing is stored.
    }
  },
}
