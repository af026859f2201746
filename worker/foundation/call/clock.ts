/** The only code that reads the time. The offset exists on a laptop and in tests: see worker/dev.ts. */
export function clock(env: { CLOCK_OFFSET_MS?: number }): Date {
  return new Date(Date.now() + (env.CLOCK_OFFSET_MS ?? 0))
}
