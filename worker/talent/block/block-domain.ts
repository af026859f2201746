import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { newId } from '../../foundation/call/id.ts'

/** For a commit: blocks a domain for the caller, unless it is blocked already. */
export function blockDomain(call: Call, domain: string): Statement {
  return call.db.run(sql`
    INSERT INTO blocks (id, student_id, organization_id, domain, created_at)
    SELECT ${newId()}, ${call.actorId}, NULL, ${domain}, ${call.now.getTime()}
    WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.student_id = ${call.actorId} AND b.domain = ${domain})`)
}
