import { sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import type { Acting, Call, Role } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { behind } from '../../foundation/text/page.ts'
import { type AuditTrailQuery, filtersOf, trailDay } from './trail-day.ts'

interface EntryRow {
  id: string
  /** The exact time for an entry with a name, or else the start of its day. */
  at: number
  actor_id: string
  action: string
  subject_id: string
  detail: string
  /** The role, for entries without a name. */
  role: Role | 'system'
  name: string | null
  named: number
}

const pageSize = 50
const dayMs = 86_400_000

/**
 * What was done in an organization, one day per page, the newest day first. What staff do to the
 * organization is shown with a name (audit/entry.ts). Entries by or about a student show only role
 * and day, in the order of their random ids, and only once the day is over: otherwise, reading the
 * list every minute would reveal the minute of every step. Each filter has an index in this order,
 * so a page reads no more rows than it shows.
 */
export async function findAuditTrail(
  call: Call,
  { organizationId }: Acting,
  query: AuditTrailQuery,
) {
  const { newest, ofThatDay, until } = trailDay(call.now, query)
  const own = sql`e.organization_id = ${organizationId} AND ${filtersOf(query)}`
  const rows = await call.db.all<EntryRow>(sql`
    WITH newest AS MATERIALIZED (${newest(own)})
    SELECT e.id, e.actor_id, e.action, e.subject_id, e.detail, a.name, ${roleOf} AS role,
      e.named_at > 0 AS named,
      CASE WHEN e.named_at > 0 THEN e.at ELSE (SELECT start FROM newest) END AS at
    FROM audit_entries e LEFT JOIN accounts a ON e.named_at > 0 AND a.id = e.actor_id
    WHERE ${own} AND ${ofThatDay} ${query.after ? sql`` : sql`AND ${until}`}
      ${behind(
        query,
        (after) => sql`(e.named_at, e.id) < (SELECT +named_at, +id FROM audit_entries
          WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}
    ORDER BY e.named_at DESC, e.id DESC LIMIT ${pageSize + 1}`)
  const entries = await allOf(rows.slice(0, pageSize), (row) => entryView(call, row))
  return { entries, next: nextOf(rows, query) }
}

/**
 * SQL: the role shown for somebody who is not named. For somebody who joins, it is the role of the
 * new membership; for somebody without a membership it is student.
 */
const roleOf = sql`CASE WHEN e.named_at > 0 OR e.actor_id = 'system' THEN 'system' ELSE COALESCE(
  (SELECT m.role FROM memberships m WHERE m.organization_id = e.organization_id
    AND m.id = CASE e.action WHEN 'membership.begun' THEN e.subject_id ELSE e.membership_id END),
  (SELECT max(m.role) FROM memberships m WHERE m.organization_id = e.organization_id
    AND m.account_id = e.actor_id),
  'student') END`

/** Where the next page begins: later in this day, or at the day before. */
function nextOf(rows: readonly EntryRow[], { fromDay }: AuditTrailQuery) {
  const last = rows.at(pageSize - 1)
  const shown = rows[0]
  if (shown === undefined) return null
  if (rows.length > pageSize && last) return { untilDay: dayOf(shown.at), after: last.id }
  const dayBefore = dayOf(shown.at - dayMs)
  return fromDay === undefined || fromDay <= dayBefore ? { untilDay: dayBefore, after: null } : null
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

async function entryView(call: Call, row: EntryRow) {
  const { id, action } = row
  if (row.named === 0) {
    const by = { kind: row.role, id: null, name: null }
    return { id, at: null, day: dayOf(row.at), action, by, subjectId: null, detail: {} }
  }
  const detail: unknown = JSON.parse(row.detail)
  const name = await openName(call, row.actor_id, row.name, '')
  const by = { kind: 'staff' as const, id: row.actor_id, name }
  const at = new Date(row.at)
  return { id, at, day: dayOf(row.at), action, by, subjectId: row.subject_id, detail }
}
