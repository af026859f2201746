const shared = 'mettle shared computer'

/**
 * Stores whether this computer is shared, as chosen at sign-in. In this browser and not in the
 * session, because it is about this device.
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
