/** How long an erasure can be undone. */
export const undoDays = 7

/** For so many days after the erasure, backups and D1's Time Travel still hold a copy. */
export const backupDays = 37

export const erasureDue = (askedAt: Date) => new Date(askedAt.getTime() + undoDays * 86_400_000)

export const undoLink = (origin: string, token: string) => `${origin}/erasures/${token}`
