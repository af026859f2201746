const noticeMs = 30 * 86_400_000

/**
 * From when an approval can be renewed: thirty days before it ends. The employer's people and the
 * operator's admins are told then.
 */
export function renewableFrom(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - noticeMs)
}

/** An approval that ends at or before this moment can be renewed now. */
export function lastRenewable(now: Date): Date {
  return new Date(now.getTime() + noticeMs)
}
