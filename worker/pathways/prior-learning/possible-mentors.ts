import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { countFreeMentors } from '../../organizations/people/has-free-mentor.ts'

interface Row {
  organization_id: string
  mentors: number
}

/**
 * A query, for a batch: where the caller's claims go, and how many mentors there may judge them. The
 * programme in which they act, else the one that they joined last. No row: they are a student of
 * none.
 */
export function possibleMentors({ db, actorId, acting }: Call) {
  const here = acting?.organizationId ?? ''
  return db.all<Row>(sql`
    SELECT home.organization_id,
      ${countFreeMentors(sql`${actorId}`, sql`home.organization_id`)} AS mentors
    FROM (SELECT organization_id FROM memberships
      WHERE account_id = ${actorId} AND role = 'student' AND ended_at IS NULL
      ORDER BY organization_id = ${here} DESC, created_at DESC LIMIT 1) home`)
}
