import type { Bindings } from './env.ts'
import { drain } from './foundation/drain.ts'
import { reactions } from './reactions.ts'

/** What the clock does each minute: answer what is due. */
export async function tick(env: Bindings): Promise<void> {
  await drain(env, reactions)
}
