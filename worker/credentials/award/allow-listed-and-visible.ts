import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'

/** The student agrees that search engines and employers may both find these badges of theirs. */
export function allowListedAndVisible(call: Call, credentialIds: readonly string[]): Statement {
  return call.db.run(sql`
    UPDATE credentials SET listed_and_visible = 1
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(credentialIds)}))
      AND student_id = ${call.actorId} AND listed = 1`)
}
