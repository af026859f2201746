import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'

/**
 * For a commit: stores that the caller agrees that both search engines and employers may find these
 * badges. Changes only the caller's listed badges.
 */
export function allowListedAndVisible(call: Call, credentialIds: readonly string[]): Statement {
  return call.db.run(sql`
    UPDATE credentials SET listed_and_visible = 1
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(credentialIds)}))
      AND student_id = ${call.actorId} AND listed = 1`)
}
