import type { Session } from './session.ts'

// These pages know the role that a person will have, and so what to ask for.
const mayWait = /^\/(sign-in|welcome|join|invitations\/[^/]+)\/?$/

/** The profile page if the name is not known yet; it leads back here. Else undefined. */
export function whereFirst(
  { account }: Session,
  { pathname, search }: { pathname: string; search: string },
): string | undefined {
  if (account.complete || mayWait.test(pathname)) return undefined
  // Nobody can apply from such an address, so do not ask for a profile before the page says so.
  if (account.hasPublicMail && /^\/apply\/?$/.test(pathname)) return undefined
  return welcomePath(pathname + search)
}

/** The profile page; it also asks students for their year of birth. */
export function welcomePath(to: string, as?: string): string {
  const query = new URLSearchParams({ to, ...(as && { as }) })
  return `/welcome?${query}`
}
