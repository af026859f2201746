import type { Bindings } from '../env.ts'
import { clockOffset } from './clock.ts'
import { devMailbox } from './mailbox.ts'

/**
 * Adds the moved clock to the environment, and the local mailbox, which dates mail by that clock.
 */
export async function localEnv(env: Bindings): Promise<Bindings> {
  const moved = { ...env, CLOCK_OFFSET_MS: await clockOffset(env) }
  return { ...moved, MAIL: devMailbox(moved) }
}
