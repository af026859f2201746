import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { counterStatement, windowStart } from '../../foundation/commit/counters.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { failureOf } from '../../foundation/commit/failure.ts'
import { tooManyRequests } from '../../foundation/problems.ts'
import {
  codeNotAccepted,
  codeOver,
  codeUsed,
  longCodeNotAccepted,
  longCodeOver,
} from '../problems.ts'
import { triesFrom, triesOf } from './limits.ts'

const hourSeconds = 3_600
const { cap: triesAnHour } = triesOf('')

/**
 * Counts a try against the address that the code was mailed to: 20 refused tries an hour, for all
 * codes of the address together. `accountId` is null for a code to sign in. Codes for a fresh proof
 * have an account and are counted separately.
 */
export function countTry({ db, now }: Call, idHash: string, accountId: string | null): Statement {
  return db.run(sql`
    INSERT INTO counters (key, starts_at, n, cap)
    SELECT ${prefixOf(accountId)} || email_index, ${windowStart(now, hourSeconds)}, 1, ${triesAnHour}
    FROM sign_ins WHERE id_hash = ${idHash} AND account_id IS ${accountId}
    ON CONFLICT (key, starts_at) DO UPDATE SET n = n + 1`)
}

/** Takes back the count if the code was right: then a row of `sign_ins` has this `usedBy`. */
export function uncountTry({ db, now }: Call, accountId: string | null, usedBy: string): Statement {
  return db.run(sql`
    UPDATE counters SET n = n - 1 WHERE n > 0 AND starts_at = ${windowStart(now, hourSeconds)}
      AND key = (SELECT ${prefixOf(accountId)} || email_index FROM sign_ins WHERE used_by = ${usedBy})`)
}

/** Counts a try against the client address that it comes from: 300 refused tries an hour. */
export function countTryFrom(call: Call, addressHash: string): Statement {
  return counterStatement(call, triesFrom(addressHash))
}

export function uncountTryFrom({ db, now }: Call, addressHash: string, usedBy: string): Statement {
  const { key } = triesFrom(addressHash)
  return db.run(sql`
    UPDATE counters SET n = n - 1 WHERE key = ${key} AND starts_at = ${windowStart(now, hourSeconds)}
      AND EXISTS (SELECT 1 FROM sign_ins WHERE used_by = ${usedBy})`)
}

export const mostTries = 5

/** A long code and its address, under every key. */
interface Long {
  indexes: readonly string[]
  longHashes: readonly string[]
}

/**
 * Whether the sign-in was tried too often or is too old, this try included, and whether the long
 * code that was typed was used before. Neither depends on whether there is an account. Only
 * somebody who has a long code can learn that it was used.
 */
export function findOver(
  { db, now }: Call,
  idHash: string,
  long: Long = { indexes: [], longHashes: [] },
) {
  const at = now.getTime()
  return db.all<Over>(sql`
    SELECT tries >= ${mostTries} OR expires_at <= ${at} AS is_over,
      EXISTS (SELECT 1 FROM long_codes l WHERE l.email_index ${oneOf(long.indexes)}
        AND l.code_hash ${oneOf(long.longHashes)} AND l.used_at < ${at}) AS is_used
    FROM sign_ins WHERE id_hash = ${idHash}`)
}

export interface Over {
  is_over: number
  is_used: number
}

/** The refusal of a code, with what `findOver` found. */
export function refusedCode([row]: Over[], isLong = false) {
  if (row?.is_used === 1) return codeUsed()
  if (row?.is_over === 1) return isLong ? longCodeOver() : codeOver()
  return isLong ? longCodeNotAccepted() : codeNotAccepted()
}

/**
 * The error to throw for a failed batch with a counted try: 429 until the hour is over if a counter
 * is full, or else the failure itself.
 */
export function refusalOf(error: unknown, { now }: Call): unknown {
  const failure = failureOf(error)
  if (failure.kind !== 'refused' || failure.name !== 'rate_limited') return error
  const ends = windowStart(now, hourSeconds) + hourSeconds * 1000
  const seconds = Math.ceil((ends - now.getTime()) / 1000)
  return tooManyRequests(undefined, {}, { 'retry-after': String(seconds) })
}

const prefixOf = (accountId: string | null) => (accountId === null ? 'code ' : 'proof code ')
