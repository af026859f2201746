import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { isLive } from '../../organizations/consent/record-disclosure.ts'
import { blocks, isLive as isLiveBadge } from '../eligibility/find-visible.ts'

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
 * The student's log: which organization saw what on which day, and whether it still has access.
 * Does not show which recruiter looked or what they searched for. Access through visibility also
 * ends with a block or with the last badge shown; access through an accepted interview ends only
 * with its own consent.
 */
export async function listDisclosures(call: Call, query: PageQuery) {
  const rows = await call.db.all<Row>(sql`
    SELECT look.id, o.name AS organization, look.kind, look.fields, look.day,
      CASE WHEN look.kind = 'identity' THEN ${isLive(call)} ELSE EXISTS (
        SELECT 1 FROM visibilities v JOIN consents c ON c.id = v.consent_id
        WHERE v.student_id = ${call.actorId} AND ${isLive(call)})
        AND NOT EXISTS (SELECT 1 FROM blocks b
          WHERE b.student_id = look.student_id AND ${blocks(sql`look.organization_id`)})
        AND EXISTS (SELECT 1 FROM visible_credentials shown JOIN credentials live ON live.id = shown.credential_id
          WHERE shown.student_id = ${call.actorId} AND ${isLiveBadge(call)}) END AS live
    FROM disclosures look JOIN organizations o ON o.id = look.organization_id JOIN consents c ON c.id = look.consent_id
    WHERE look.student_id = ${call.actorId}
      ${behind(
        query,
        (after) => sql`(look.at, look.id) < (
        SELECT +at, +id FROM disclosures WHERE id = ${after} AND student_id = ${call.actorId})`,
      )}
    ORDER BY look.at DESC, look.id DESC LIMIT ${pageSize + 1}`)
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
