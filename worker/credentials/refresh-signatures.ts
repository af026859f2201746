import type { Call } from '../foundation/call.ts'
import { part } from '../foundation/commit.ts'
import { log } from '../foundation/log.ts'
import { listWaitingForSignature } from './find-prepared-credential.ts'
import { listStaleStatusLists } from './find-status-list.ts'
import { signCredential } from './sign-credential.ts'
import { signStatusList } from './sign-status-list.ts'

const hourMs = 3_600_000
const perTick = 20

/**
 * The clock's part in signing: every list anew each day, since a list is true for a week only, and
 * awards whose note gave up while the signer was away for long. The call's key is the tick's own.
 */
export async function refreshSignatures(call: Call): Promise<void> {
  const now = call.now.getTime()
  for (const { id, signedAt } of await listStaleStatusLists(
    call,
    new Date(now - 24 * hourMs),
    perTick,
  )) {
    if (signedAt && now - signedAt.getTime() > 36 * hourMs)
      log('error', 'status-list.stale', { id })
    await signStatusList(part(call, id), id)
  }
  for (const { id } of await listWaitingForSignature(call, new Date(now - hourMs), perTick)) {
    await signCredential(part(call, id), {
      id,
      kind: 'credential.prepared',
      subjectId: id,
      payload: {},
    })
  }
}
