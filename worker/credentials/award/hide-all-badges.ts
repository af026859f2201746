import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'

/** For a commit: ends the public pages of all badges of a person. */
export function hideAllBadges(call: Call, studentId: string): Statement {
  return call.db.run(sql`UPDATE credentials SET published_at = NULL, shown_name = NULL, listed = 0,
      listed_and_visible = 0, publication_version = publication_version + 1
    WHERE student_id = ${studentId} AND published_at IS NOT NULL`)
}
