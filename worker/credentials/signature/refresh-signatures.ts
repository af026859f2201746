import type { Bindings } from '../../env.ts'
import { part } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { log } from '../../foundation/call/log.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { listWaitingForSignature } from './find-prepared-credential.ts'
import { listStaleStatusLists } from '../status-list/find-status-list.ts'
import { signCredential } from './sign-credential.ts'
import { signStatusList } from './sign-status-list.ts'

const hourMs = 3_600_000
const perTick = 20

/**
 * Runs on each tick: signs every status list again each day, since it is valid for only a week, and
 * signs awards whose note gave up while the signer was away.
 */
export async function refreshSignatures(env: Bindings, now: Date): Promise<void> {
  // Each list and award is guarded by its own row, so a second tick at the same time is harmless.
  const call = systemCall(env, `signatures:${newId()}`, now)
  const before = (hours: number) => new Date(now.getTime() - hours * hourMs)

  const lists = await listStaleStatusLists(call, before(24), perTick)
  const waiting = await listWaitingForSignature(call, before(1), perTick)
  const signatures = [
    ...lists.map(({ id, signedAt }) => () => {
      if (signedAt && signedAt < before(36)) log('error', 'status-list.stale', { id })
      return signStatusList(part(call, id), id)
    }),
    ...waiting.map(({ id }) => () => {
      const kind = 'credential.prepared'
      return signCredential(part(call, id), { id, kind, subjectId: id, payload: {} })
    }),
  ]
  await tryEach(signatures, (sign) => sign())
}
