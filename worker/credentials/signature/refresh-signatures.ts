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
 * Runs on each tick. Signs status lists last signed over a day ago (a list is valid for a week),
 * and awards still unsigned after an hour. Up to 20 of each.
 */
export async function refreshSignatures(env: Bindings, now: Date): Promise<void> {
  // A random key is enough: each signing checks its own row before it writes, so two ticks at once
  // do no harm.
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
