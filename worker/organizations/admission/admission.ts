const day = 86_400_000

/** Somebody who was declined may ask again after this many days. */
export const askAgainAfterDays = 30

/** A decline that came after this moment still prevents asking again. */
export function declinesStandFrom(now: Date): Date {
  return new Date(now.getTime() - askAgainAfterDays * day)
}

/** When somebody who was declined at `decidedAt` may ask again. */
export function askAgainFrom(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + askAgainAfterDays * day)
}
