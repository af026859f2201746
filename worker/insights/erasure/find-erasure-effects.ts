import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { backupDays, undoDays } from '../../accounts/erasure/erasure.ts'
import { isOnlyAdmin } from './ask-erasure.ts'

interface Counts {
  interviews: number
  badges: number
}

/** What an erasure would end, and the organizations that need another admin first. */
export async function findErasureEffects(call: Call) {
  const [[counts], names] = await call.db.batch([
    call.db.all<Counts>(sql`SELECT
      (SELECT count(*) FROM interview_requests r WHERE r.student_id = ${call.actorId}
        AND r.state IN ('delivered', 'revision-requested', 'accepted', 'scheduled')) AS interviews,
      (SELECT count(*) FROM credentials c WHERE c.student_id = ${call.actorId}
        AND c.state = 'signed' AND c.ended_at IS NULL) AS badges`),
    call.db.all<{ name: string }>(isOnlyAdmin(call.actorId)),
  ])
  return {
    ...(counts ?? { interviews: 0, badges: 0 }),
    onlyAdminOf: names.map(({ name }) => name),
    undoDays,
    backupDays,
  }
}
