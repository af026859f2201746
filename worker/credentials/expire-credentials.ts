import type { Bindings } from '../env.ts'
import { connect } from '../foundation/db.ts'
import { expireCredential } from './expire-credential.ts'
import { findDueCredentials } from './find-due-credentials.ts'

const perTick = 50

/** Asked by the clock: badges whose term is over stop counting as the live one. */
export async function expireCredentials(env: Bindings, now: Date): Promise<void> {
  for (const due of await findDueCredentials(connect(env.DB), now, perTick)) {
    await expireCredential(env, now, due)
  }
}
