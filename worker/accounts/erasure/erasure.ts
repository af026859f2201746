/** How long an erasure can be undone. */
export const undoDays = 7

/** Backups and Time Travel of the database hold a copy for so long after the erasure. */
export const backupDays = 37

export const erasureDue = (askedAt: Date) => new Date(askedAt.getTime() + undoDays * 86_400_000)

export const undoLink = (origin: string, token: string) => `${origin}/erasures/${token}`
