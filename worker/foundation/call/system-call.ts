import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from './call.ts'
import { clock } from './clock.ts'
import { connect } from './db.ts'
import { newId } from './id.ts'
import { unknownReader } from '../reader/languages.ts'

/**
 * A call nobody made by hand: an outbox note's consumer or a tick of the clock. With the same
 * `key` a second commit changes nothing and answers what the first one did.
 */
export function systemCall(env: Bindings, key: string, now: Date = clock(env)): Call {
  return {
    db: connect(databaseOf(env)),
    env,
    now,
    requestId: newId(),
    actorId: 'system',
    reader: unknownReader,
    write: { accountId: 'system', key, requestHash: key },
    caps: [],
    origin: env.APP_ORIGIN,
  }
}
