const day = 86_400_000

/** Who was declined may ask again after this long. */
export const askAgainAfterDays = 30

/** A decline since then still stands. */
export function declinesStandFrom(now: Date): Date {
  return new Date(now.getTime() - askAgainAfterDays * day)
}

/** When somebody who was declined then may ask again. */
export function askAgainFrom(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + askAgainAfterDays * day)
}
