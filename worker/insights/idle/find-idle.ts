import { sql } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { monthsLater } from '../../foundation/reader/months-later.ts'
import { idleTerm } from './idle.ts'

export interface IdleAccount {
  accountId: string
  /** After so many months without a visit, a step is due: one of the notices, or the erasure. */
  months: number
}

interface Row {
  id: string
}

const atOnce = 50

/**
 * Accounts to which a notice or the erasure is due, because nobody uses them. Each step comes a
 * month after the one before at the earliest. Left out: people whom employers can find, who have or
 * had a badge, or who still work for an organization as staff; and accounts that were switched off.
 */
export async function findIdle(db: Db, now: Date): Promise<IdleAccount[]> {
  const found: IdleAccount[] = []
  const steps = [...idleTerm.noticeMonths, idleTerm.months]
  for (const [index, months] of steps.entries()) {
    const before = steps[index - 1]
    const rows = await db.all<Row>(sql`
      SELECT a.id FROM accounts a
      WHERE max(a.seen_week, a.created_at) <= ${monthsLater(now, -months).getTime()}
        AND a.disabled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM visibilities WHERE student_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM credentials WHERE student_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM memberships WHERE account_id = a.id
          AND role <> 'student' AND ended_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM notifications WHERE account_id = a.id
          AND kind = 'account.idle' AND subject_id = ${subjectOf(months)})
        AND (${before === undefined ? 1 : 0} OR EXISTS (SELECT 1 FROM notifications
          WHERE account_id = a.id AND kind = 'account.idle' AND subject_id = ${subjectOf(before)}
            AND at <= ${monthsLater(now, -1).getTime()}))
      ORDER BY max(a.seen_week, a.created_at) LIMIT ${atOnce}`)
    found.push(...rows.map(({ id }) => ({ accountId: id, months })))
  }
  return found
}

/**
 * The subject of the notice after so many months. A notice is kept for 180 days: if the person came
 * back and left again, the earlier notice is long gone.
 */
export const subjectOf = (months: number | undefined) => `${months} months`
