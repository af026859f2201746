/** A place of ours to go back to; anything that could lead elsewhere is `/home`. */
export function returnPath(to: string | null): string {
  return to && /^\/(?![/\\])[^\\]*$/.test(to) ? to : '/home'
}

/** The sign-in page, that comes back here afterwards. */
export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  return `/sign-in?to=${encodeURIComponent(pathname + search)}`
}
