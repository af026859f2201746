import type { Bindings } from '../env.ts'
import { readState } from './clock.ts'

/** Makes the demo once. */
export async function seed(env: Bindings): Promise<Response> {
  return Response.json({ seeded: (await readState(env, 'seeded')) === undefined && false })
}
