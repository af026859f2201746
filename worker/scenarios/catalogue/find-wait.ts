import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { waitOf } from './wait.ts'

interface Row {
  programme: string | null
  everyone: string | null
}

/** How long people wait for a result of a challenge; undefined if the caller cannot take it. */
export async function findWait({ db, acting }: Call, challengeId: string) {
  const own = acting?.organizationId ?? ''
  const hoursOf = (organizationId: string) => sql`(SELECT hours FROM challenge_waits
    WHERE challenge_id = c.id AND organization_id = ${organizationId})`
  const [row] = await db.all<Row>(sql`
    SELECT ${hoursOf(own)} AS programme, ${hoursOf('')} AS everyone FROM challenges c
    WHERE c.id = ${challengeId} AND (c.organization_id IS NULL OR c.organization_id = ${own})`)
  if (!row) return undefined
  return { wait: waitOf(own === '' ? null : row.programme, row.everyone) }
}
