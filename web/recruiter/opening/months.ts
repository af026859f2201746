const ahead = 24

/** This month and the 23 after it, as `2026-11`. */
export function monthsFrom(now: Date): string[] {
  return Array.from({ length: ahead }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + index)).toISOString().slice(0, 7),
  )
}
