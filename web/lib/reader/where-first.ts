import type { Session } from './session.ts'

// These know in which role somebody comes, and so what is to be asked.
const mayWait = /^\/(sign-in|welcome|join|invitations\/[^/]+)\/?$/

/** Somebody whose name is not known yet says it first, on one page, and then comes back here. */
export function whereFirst(
  { account }: Session,
  { pathname, search }: { pathname: string; search: string },
): string | undefined {
  if (account.complete || mayWait.test(pathname)) return undefined
  // Nobody applies from such an address, so nothing is asked before that is said.
  if (account.hasPublicMail && /^\/apply\/?$/.test(pathname)) return undefined
  return welcomePath(pathname + search)
}

/** The page that asks who somebody is; of a student it asks the year of birth as well. */
export function welcomePath(to: string, as?: string): string {
  const query = new URLSearchParams({ to, ...(as && { as }) })
  return `/welcome?${query}`
}
