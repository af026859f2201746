import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { isLive } from '../../organizations/consent/record-disclosure.ts'

interface Row {
  id: string
  organization: string
  kind: string
  fields: string
  day: string
  live: number
}

const pageSize = 50

/**
 * The student's log: which organization saw what on which day, and whether access is live. Not which
 * recruiter, nor what they searched for.
 */
export async function listDisclosures(call: Call, query: PageQuery) {
  const rows = await call.db.all<Row>(sql`
    SELECT d.id, o.name AS organization, d.kind, d.fields, d.day, ${isLive(call)} AS live
    FROM disclosures d JOIN organizations o ON o.id = d.organization_id JOIN consents c ON c.id = d.consent_id
    WHERE d.student_id = ${call.actorId}
      ${behind(
        query,
        (after) => sql`(d.at, d.id) < (
        SELECT +at, +id FROM disclosures WHERE id = ${after} AND student_id = ${call.actorId})`,
      )}
    ORDER BY d.at DESC, d.id DESC LIMIT ${pageSize + 1}`)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return {
    disclosures: shown.map(({ id, organization, kind, fields, day, live }) => ({
      id,
      organization,
      kind,
      fields: v.parse(v.array(v.string()), JSON.parse(fields)),
      day,
      live: live === 1,
    })),
    next,
  }
}
