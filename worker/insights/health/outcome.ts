import { inTime } from '../../foundation/in-time.ts'

/** What a check found. `problem` is the short name of what is wrong; without one all is well. */
export type Found<Facts extends object = object> = Facts & { problem?: string | undefined }

/** The same as it is answered. */
export type Outcome<Facts extends object = object> = { ok: boolean } & Found<Facts>

/** How long a check waits for another Worker or a database. */
export const patienceMs = 3_000

/** Runs a check. One that fails or takes too long is answered with `otherwise`. */
export async function outcomeOf<Facts extends object>(
  check: Promise<Found<Facts>>,
  otherwise: Facts & { problem: string },
): Promise<Outcome<Facts>> {
  const found: Found<Facts> = await inTime(check, patienceMs).catch(() => otherwise)
  return { ok: found.problem === undefined, ...found }
}
