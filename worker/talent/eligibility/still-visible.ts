import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { isVisibleTo } from './find-visible.ts'

/** Fails the commit with `card_gone` unless this employer may still see all these students. */
export function stillVisible(call: Call, studentIds: readonly string[]): Statement {
  const ids = JSON.stringify(studentIds)
  return call.db.run(sql`
    INSERT INTO guard SELECT 'card_gone', count(*) = ${studentIds.length}
    FROM json_each(${ids}) shown JOIN visibilities v ON v.student_id = shown.value
    WHERE ${isVisibleTo(call, actingOf(call).organizationId)}`)
}
