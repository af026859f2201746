const shared = 'mettle shared computer'

/**
 * Stores in this browser whether its computer is shared, as chosen at sign-in. The session
 * stores the choice too, for its length; here it decides whether texts are kept on the computer.
 */
export function share(isSharedComputer: boolean): void {
  try {
    if (isSharedComputer) localStorage.setItem(shared, 'yes')
    else localStorage.removeItem(shared)
  } catch {
    // Storage is blocked: then nothing is kept here anyway.
  }
}

/** Whether to keep nothing here; a browser with blocked storage is treated as shared. */
export function isShared(): boolean {
  try {
    return localStorage.getItem(shared) !== null
  } catch {
    return true
  }
}
