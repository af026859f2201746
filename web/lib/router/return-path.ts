const home = '/home'

/**
 * A page of ours to return to; anything that could lead elsewhere becomes `/home`. Browsers drop
 * tabs and line breaks from a URL and read `\` as `/`, so it is resolved as a browser would, and a
 * URL with such a character is refused.
 */
export function returnPath(to: string | null, origin = location.origin): string {
  // oxlint-disable-next-line no-control-regex -- refusing control characters is the point
  if (!to || /[\u0000-\u0020\u007F-\u009F\\]/.test(to) || !URL.canParse(to, origin)) return home
  const address = new URL(to, origin)
  if (!to.startsWith('/') || address.origin !== origin) return home
  const path = address.pathname + address.search + address.hash
  // A path that begins with two slashes would name another host.
  return path.startsWith('//') ? home : path
}
