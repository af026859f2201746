import { sql } from 'drizzle-orm'

import type { Call, CounterCap } from '../../foundation/call/call.ts'
import { windowStart } from '../../foundation/commit/counters.ts'
import { carrierName } from '../mail-carrier.ts'

const [hour, day] = [3_600, 86_400]

/**
 * Limits the short codes mailed to one address, for all requests together. When one of the two
 * counters, or the one of the tries (`triesOf`), is full, the address gets long codes.
 */
export const codesOf = (emailIndex: string): [hourly: CounterCap, daily: CounterCap] => [
  { key: `sign-in ${emailIndex}`, cap: 10, windowSeconds: hour },
  { key: `sign-in day ${emailIndex}`, cap: 40, windowSeconds: day },
]

/**
 * Limits the codes asked for from one client address. The limit is high, because a whole campus may
 * share one address.
 */
export const codesFrom = (addressHash: string): CounterCap => ({
  key: `sign-in from ${addressHash}`,
  cap: 2_000,
  windowSeconds: hour,
})

/**
 * Limits the codes for a fresh proof. Only the signed-in person can ask for them, so others cannot
 * use them up.
 */
export const proofsOf = (emailIndex: string): CounterCap => ({
  key: `proof ${emailIndex}`,
  cap: 10,
  windowSeconds: hour,
})

/**
 * `triesOf` limits the refused tries of all sign-in codes of one mail address, `triesFrom` those
 * from one client address. Right codes do not count.
 */
export const triesOf = (emailIndex: string) => ({ key: `code ${emailIndex}`, cap: 20 })
export const triesFrom = (addressHash: string): CounterCap => ({
  key: `code from ${addressHash}`,
  cap: 300,
  windowSeconds: hour,
})

/** The keys of all counters of a mail address, so that they can be deleted. */
export const keysOf = (emailIndex: string): string[] => [
  ...codesOf(emailIndex).map(({ key }) => key),
  proofsOf(emailIndex).key,
  triesOf(emailIndex).key,
  `proof code ${emailIndex}`,
]

interface Usage {
  /** Whether a short code may still be mailed and tried. */
  open: number
  /** When a long code was mailed, if that was within the hour. */
  long_mailed_at: number | null
  /** Whether the mail carrier has said that its quota is used up. */
  mail_full: number
}

/**
 * What an address has used up (`Usage`). The same statement runs for known and unknown addresses,
 * so that the answer does not reveal who has an account.
 */
export async function findUsage({ db, env, now }: Call, emailIndex: string): Promise<Usage> {
  const spent = [...codesOf(emailIndex), { ...triesOf(emailIndex), windowSeconds: hour }]
  const full = spent.map(({ key, cap, windowSeconds }) => {
    const startsAt = windowStart(now, windowSeconds)
    return sql`EXISTS (SELECT 1 FROM counters WHERE key = ${key} AND starts_at = ${startsAt} AND n >= ${cap})`
  })
  const [row] = await db.all<Usage>(sql`
    SELECT NOT (${sql.join(full, sql` OR `)}) AS open,
      (SELECT mailed_at FROM long_codes WHERE email_index = ${emailIndex}
        AND mailed_at > ${now.getTime() - hour * 1000}) AS long_mailed_at,
      EXISTS (SELECT 1 FROM mail_carriers WHERE name = ${carrierName(env) ?? ''} AND is_full) AS mail_full`)
  return row ?? { open: 1, long_mailed_at: null, mail_full: 0 }
}
