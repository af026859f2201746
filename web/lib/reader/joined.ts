import type { Session } from './session.ts'

const key = 'mettle joined'

/** Remembers in this tab which membership has just begun, so that the next page says so. */
export const joined = {
  keep(membershipId: string): void {
    try {
      sessionStorage.setItem(key, membershipId)
    } catch {
      // Storage is blocked: nothing is said then.
    }
  },
  /** The name of the organization that was just joined, once. */
  take(session: Session | null | undefined): string | undefined {
    try {
      const membershipId = sessionStorage.getItem(key)
      sessionStorage.removeItem(key)
      const { acting } = session ?? {}
      return acting?.membershipId === membershipId ? acting?.organizationName : undefined
    } catch {
      return undefined
    }
  },
}
