import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { connect } from '../../foundation/call/db.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { expireCredential } from './expire-credential.ts'
import { findDueCredentials } from './find-due-credentials.ts'

const perTick = 50

/** Runs on each tick: expired badges no longer count as live. */
export async function expireCredentials(env: Bindings, now: Date): Promise<void> {
  const due = await findDueCredentials(connect(databaseOf(env)), now, perTick)
  await tryEach(due, (credential) => expireCredential(env, now, credential))
}
