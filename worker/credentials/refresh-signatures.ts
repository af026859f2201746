import type { Bindings } from '../env.ts'
import { part } from '../foundation/commit.ts'
import { newId } from '../foundation/id.ts'
import { log } from '../foundation/log.ts'
import { systemCall } from '../foundation/system-call.ts'
import { listWaitingForSignature } from './find-prepared-credential.ts'
import { listStaleStatusLists } from './find-status-list.ts'
import { signCredential } from './sign-credential.ts'
import { signStatusList } from './sign-status-list.ts'

const hourMs = 3_600_000
const perTick = 20

/**
 * Asked by the clock: every list is signed anew each day, since a list is true for a week only, and
 * awards are whose note gave up while the signer was away for long.
 */
export async function refreshSignatures(env: Bindings, now: Date): Promise<void> {
  // Each list and award is guarded by its own row, so a second tick at the same time does no harm.
  const call = systemCall(env, `signatures:${newId()}`, now)
  const before = (hours: number) => new Date(now.getTime() - hours * hourMs)

  for (const { id, signedAt } of await listStaleStatusLists(call, before(24), perTick)) {
    if (signedAt && signedAt < before(36)) log('error', 'status-list.stale', { id })
    await signStatusList(part(call, id), id)
  }
  for (const { id } of await listWaitingForSignature(call, before(1), perTick)) {
    await signCredential(part(call, id), {
      id,
      kind: 'credential.prepared',
      subjectId: id,
      payload: {},
    })
  }
}
