import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

/**
 * The rule of `isAdult` (age.ts) in SQL, for a row of `accounts` as `a`. Asked at the moment of
 * use, because the birth year may have been entered since an earlier check. NULL if the birth year
 * is unknown.
 */
export function isAdultNow({ now }: Call): SQL {
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
  return sql`(${months} > (a.birth_year + 18) * 12 + COALESCE(a.birth_month, 12))`
}
