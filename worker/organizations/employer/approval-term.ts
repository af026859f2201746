const noticeMs = 30 * 86_400_000

/** An approval can be renewed from thirty days before it ends. Its people are told then. */
export function renewableFrom(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - noticeMs)
}

/** An approval that ends at this moment or before can be renewed now. */
export function lastRenewable(now: Date): Date {
  return new Date(now.getTime() + noticeMs)
}
