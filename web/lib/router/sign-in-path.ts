/** The sign-in page, which returns here afterwards. */
export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  return `/sign-in?to=${encodeURIComponent(pathname + search)}`
}

/** Sign-in in another tab, so that unsaved text in this one is kept. */
export const signInAgain = `/sign-in?to=${encodeURIComponent('/signed-in')}`
