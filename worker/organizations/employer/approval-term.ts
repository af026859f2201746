const noticeMs = 30 * 86_400_000

/** From thirty days before an approval ends it can be given again; its people are told then. */
export function renewableFrom(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - noticeMs)
}

/** An approval that ends at this moment or before can be given again now. */
export function lastRenewable(now: Date): Date {
  return new Date(now.getTime() + noticeMs)
}
