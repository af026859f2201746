const shared = 'mettle shared computer'

/** Said at sign-in. It is kept here and not in the session, because it is about this device. */
export function share(isSharedComputer: boolean): void {
  try {
    if (isSharedComputer) localStorage.setItem(shared, 'yes')
    else localStorage.removeItem(shared)
  } catch {
    // Storage refused: then nothing is kept here anyway.
  }
}

/** Whether to keep nothing here; a browser that refuses to say is treated as shared. */
export function isShared(): boolean {
  try {
    return localStorage.getItem(shared) !== null
  } catch {
    return true
  }
}
