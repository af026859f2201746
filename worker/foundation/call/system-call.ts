import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from './call.ts'
import { clock } from './clock.ts'
import { connect } from './db.ts'
import { newId } from './id.ts'
import { keyringOf } from '../crypto/keyring.ts'
import { unknownReader } from '../reader/languages.ts'

/**
 * The call for work without a request: an outbox consumer or a scheduled tick. A second commit with
 * the same `key` changes nothing and returns the first one's answer.
 */
export function systemCall(env: Bindings, key: string, now: Date = clock(env)): Call {
  return {
    db: connect(databaseOf(env)),
    env,
    keys: keyringOf(env),
    now,
    requestId: newId(),
    actorId: 'system',
    reader: unknownReader,
    write: { accountId: 'system', key, requestHash: key },
    caps: [],
    origin: env.APP_ORIGIN,
  }
}
