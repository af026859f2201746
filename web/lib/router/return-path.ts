const home = '/home'

/**
 * A page of ours to go back to; anything that could lead elsewhere is `/home`. Browsers drop tabs and
 * line breaks from an address and read `\` as `/`, so it is resolved as a browser would, and what
 * holds such a character is not followed at all.
 */
export function returnPath(to: string | null, origin = location.origin): string {
  // oxlint-disable-next-line no-control-regex -- refusing control characters is the point
  if (!to || /[\u0000-\u0020\u007F-\u009F\\]/.test(to) || !URL.canParse(to, origin)) return home
  const address = new URL(to, origin)
  if (!to.startsWith('/') || address.origin !== origin) return home
  const path = address.pathname + address.search + address.hash
  // A path of its own that began with two slashes would name another host.
  return path.startsWith('//') ? home : path
}

/** The sign-in page, that comes back here afterwards. */
export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  return `/sign-in?to=${encodeURIComponent(pathname + search)}`
}

/** For a tab beside this one: what is written here stays, and goes on once somebody is signed in. */
export const signInAgain = `/sign-in?to=${encodeURIComponent('/signed-in')}`
