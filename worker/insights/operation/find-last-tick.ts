import { eq } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { operationTimes } from '../../foundation/tables.ts'
import { organizations } from '../../organizations/tables.ts'

/**
 * When the cron last ran to its end. Null: never, which is no fault in the first minutes after the
 * operator was founded.
 */
export async function findLastTick({ db }: Call, { organizationId }: Acting) {
  const [[tick], [operator]] = await db.batch([
    db
      .select({ at: operationTimes.at })
      .from(operationTimes)
      .where(eq(operationTimes.name, 'tick')),
    db
      .select({ at: organizations.createdAt })
      .from(organizations)
      .where(eq(organizations.id, organizationId)),
  ])
  return { tickedAt: tick?.at ?? null, foundedAt: operator?.at ?? null }
}
