/** The path of the sign-in page, which returns to the given page afterwards. */
export function signInPath({ pathname, search, hash = '' }: Address): string {
  return `/sign-in?to=${encodeURIComponent(pathname + search + hash)}`
}

interface Address {
  pathname: string
  search: string
  hash?: string
}

/** Sign-in in another tab, so that unsaved text in this one is kept. */
export const signInAgain = `/sign-in?to=${encodeURIComponent('/signed-in')}`
