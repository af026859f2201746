/**
 * The only code of the Worker that reads the time. The offset is set only in local development and
 * in tests.
 */
export function clock(env: { CLOCK_OFFSET_MS?: number }): Date {
  return new Date(Date.now() + (env.CLOCK_OFFSET_MS ?? 0))
}
