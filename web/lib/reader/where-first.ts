import type { Session } from './session.ts'

// These pages need no profile, or ask for it themselves because they know the person's role.
const mayWait = /^\/(sign-in|welcome|join|invitations\/[^/]+)\/?$/

/**
 * The path of the profile page if the account is not complete; that page leads back here. Else
 * undefined.
 */
export function whereFirst(
  { account }: Session,
  { pathname, search }: { pathname: string; search: string },
): string | undefined {
  if (account.complete || mayWait.test(pathname)) return undefined
  // Nobody can apply from a public mail domain. The page says so before a profile is asked for.
  if (account.hasPublicMail && /^\/apply\/?$/.test(pathname)) return undefined
  return welcomePath(pathname + search)
}

/** The path of the profile page, which also asks students for their year of birth. */
export function welcomePath(to: string, as?: string): string {
  const query = new URLSearchParams({ to, ...(as && { as }) })
  return `/welcome?${query}`
}
