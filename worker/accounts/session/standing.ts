import { sql } from 'drizzle-orm'

import type { Call, Standing } from '../../foundation/call/call.ts'
import { noRole, notSignedIn } from '../problems.ts'

/**
 * The guard in every commit of this session: the session, its account and its membership must still
 * be live. 401 if the session has ended, 403 if the membership has.
 */
export function standingOf(call: Call, sessionHash: string): Standing {
  const membershipId = call.acting?.membershipId ?? null
  return {
    statement: call.db.run(sql`
      INSERT INTO guard SELECT
        CASE WHEN live.session THEN 'membership_not_live' ELSE 'session_not_live' END,
        live.session AND live.membership
      FROM (SELECT
        EXISTS (SELECT 1 FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
          WHERE s.token_hash = ${sessionHash} AND s.account_id = ${call.actorId}) AS session,
        ${membershipId} IS NULL OR EXISTS (SELECT 1 FROM memberships m WHERE m.id = ${membershipId}
          AND m.account_id = ${call.actorId} AND m.ended_at IS NULL) AS membership) live`),
    refusals: { session_not_live: notSignedIn, membership_not_live: noRole },
  }
}
