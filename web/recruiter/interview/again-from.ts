const dayMs = 86_400_000
const waitDays = 7

/**
 * From when a student can be asked again if the request is withdrawn now: `askingAgain` in the
 * Worker.
 */
export function againFrom(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + waitDays * dayMs) / dayMs) * dayMs)
}
