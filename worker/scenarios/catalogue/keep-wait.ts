import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { roundsKept } from './wait.ts'

const hour = 3_600_000

/**
 * For the commit of a decision: keeps how long the submission waited for it, among the last rounds
 * of its programme and of all programmes.
 */
export function keepWait({ db, now }: Call, submissionId: string): Statement {
  return db.run(sql`
    INSERT INTO challenge_waits (challenge_id, organization_id, hours)
    SELECT s.challenge_id, whose.value, json_array(CAST(max(0, ${now.getTime()} - s.at) / ${hour} AS INTEGER))
    FROM submissions s CROSS JOIN json_each(json_array('', s.organization_id)) whose
    WHERE s.id = ${submissionId}
    ON CONFLICT DO UPDATE SET hours = (SELECT json_group_array(value)
      FROM json_each('[' || (excluded.hours ->> 0) || ',' || substr(challenge_waits.hours, 2))
      WHERE key < ${roundsKept})`)
}
