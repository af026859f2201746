import { sql } from 'drizzle-orm'

import { carrierName } from '../accounts/mail-carrier.ts'
import type { Call } from '../foundation/call/call.ts'

interface Row {
  full_at: number | null
  waiting: number
  unreachable: number
}

/**
 * What the admins of an organization must know of its mail: since when the carrier's quota is used
 * up, if it is; how many mails of this instance wait for it; and how many members have an address
 * that mail does not reach. It names nobody.
 */
export async function findMailState({ db, env, acting }: Call) {
  const [row] = await db.all<Row>(sql`
    SELECT ${fullAt(carrierName(env))} AS full_at, ${waitingMails} AS waiting,
      -- From the few suppressed addresses to their members: an organization can have thousands.
      (SELECT count(DISTINCT a.id) FROM mail_suppressions s
        CROSS JOIN accounts a ON a.email_index = s.email_index
        CROSS JOIN memberships m ON m.account_id = a.id
        WHERE s.at > 0 AND +m.organization_id = ${acting?.organizationId ?? ''}
          AND m.ended_at IS NULL) AS unreachable`)
  const { full_at: at = null, waiting = 0, unreachable = 0 } = row ?? {}
  return { fullAt: at === null ? null : new Date(at), waiting, unreachable }
}

/** SQL for the last time this carrier said that its quota is used up; NULL if it is not. */
export const fullAt = (carrier: string | undefined) =>
  sql`(SELECT iif(is_full, full_at, NULL) FROM mail_carriers WHERE name = ${carrier ?? ''})`

/** SQL that counts the mails that wait for a quota. */
export const waitingMails = sql`(SELECT count(*) FROM outbox WHERE lane IN (0, 1, 2)
  AND done_at IS NULL AND dead_at IS NULL AND problem = 'mail-quota')`
