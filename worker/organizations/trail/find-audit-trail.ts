import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Acting, Call, Role } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { isoDay, uuid } from '../../foundation/text/input.ts'
import { openOr } from '../../foundation/crypto/seal.ts'
import { namedActions } from './named-actions.ts'

export const AuditTrailQuery = v.strictObject({
  /** Somebody of the staff; a student's id finds nothing. */
  actorId: v.optional(uuid),
  /** What an entry with a name was done to. */
  subjectId: v.optional(v.pipe(v.string(), v.maxLength(120))),
  action: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]+\.[a-z-]+$/))),
  /** Only this day, in UTC. */
  day: v.optional(isoDay),
  /** The newest day up to this one that has entries: where the page before ended. */
  untilDay: v.optional(isoDay),
  /** The last entry of the page before, where it ended within its day. */
  after: v.optional(uuid),
})
type Query = v.InferOutput<typeof AuditTrailQuery>

interface EntryRow {
  id: string
  /** With a name the moment, else the start of the day. */
  at: number
  actor_id: string
  action: string
  subject_id: string
  detail: string
  role: Role | 'system'
  name: string | null
  named: number
}

const pageSize = 50
const dayMs = 86_400_000

/**
 * What was done in an organization, one day a page, the newest day first. What staff did with the
 * organization is named; what is by or about a student says role and day, stands in no order and
 * comes when its day is over: read each minute, the list would tell the minute of every step.
 */
export async function findAuditTrail(call: Call, { organizationId }: Acting, query: Query) {
  const [from, until] = boundsOf(call, query)
  const inDay = [
    sql`(SELECT start FROM newest)`,
    sql`(SELECT start FROM newest) + ${number(dayMs)}`,
  ] as const
  const rows = await call.db.all<EntryRow>(sql`
    WITH newest AS (
      SELECT at - at % ${number(dayMs)} AS start FROM (${listed(call, organizationId, query, from, until)})
      ORDER BY at DESC LIMIT 1),
    page AS (
      SELECT l.id, l.actor_id, l.action, l.subject_id, l.detail, l.role, l.named,
        CASE l.named WHEN 1 THEN l.at ELSE (SELECT start FROM newest) END AS at
      FROM (${listed(call, organizationId, query, ...inDay)}) l)
    SELECT page.*, a.name FROM page LEFT JOIN accounts a ON a.id = page.actor_id
    WHERE ${query.after ?? null} IS NULL OR (page.named, page.at, page.id) < (
      SELECT last.named, last.at, last.id FROM page last WHERE last.id = ${query.after ?? null})
    ORDER BY page.named DESC, page.at DESC, page.id DESC LIMIT ${number(pageSize + 1)}`)
  const entries = await allOf(rows.slice(0, pageSize), entryView)
  return { entries, next: nextOf(rows, query) }
}

function boundsOf({ now }: Call, { day, untilDay }: Query): [SQL, SQL] {
  const last = day ?? untilDay
  const until = last === undefined ? now.getTime() + 1 : Date.parse(last) + dayMs
  return [number(day === undefined ? 0 : Date.parse(day)), number(until)]
}

/** The entries of a span that may be shown; a filter by person or thing finds named ones only. */
function listed({ now }: Call, organizationId: string, query: Query, from: SQL, until: SQL): SQL {
  const { actorId = null, subjectId = null, action = null } = query
  const today = number(now.getTime() - (now.getTime() % dayMs))
  return sql`
    SELECT told.* FROM (
      SELECT spoken.*, role IN ('mentor', 'recruiter', 'admin')
        AND action IN (SELECT value FROM json_each(${JSON.stringify(namedActions)}))
        AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = subject_id AND m.role = 'student') AS named
      FROM (SELECT e.*, ${roleOf} AS role FROM audit_entries e
        WHERE e.organization_id = ${organizationId} AND e.at >= ${from} AND e.at < ${until}
          AND (e.at < ${today} OR e.action IN (SELECT value FROM json_each(${JSON.stringify(namedActions)})))
          AND (${action} IS NULL OR e.action = ${action})) spoken) told
    WHERE (named = 1 OR at < ${today})
      AND (${actorId} IS NULL OR (named = 1 AND actor_id = ${actorId}))
      AND (${subjectId} IS NULL OR (named = 1 AND subject_id = ${subjectId}))`
}

/** As whom somebody acted here. Who joins acts in the membership that begins; who is nothing else is a student. */
const roleOf = sql`CASE e.actor_id WHEN 'system' THEN 'system' ELSE COALESCE(
  (SELECT m.role FROM memberships m WHERE m.organization_id = e.organization_id
    AND m.id = CASE e.action WHEN 'membership.begun' THEN e.subject_id ELSE e.membership_id END),
  (SELECT max(m.role) FROM memberships m WHERE m.organization_id = e.organization_id
    AND m.account_id = e.actor_id),
  'student') END`

// A bound number is a double, and SQLite would answer a double for the start of a day.
const number = (value: number): SQL => sql`CAST(${value} AS INTEGER)`

/** Where to go on: within the day, or at the day before it. */
function nextOf(rows: readonly EntryRow[], { day }: Query) {
  const last = rows.at(pageSize - 1)
  const shown = rows[0]
  if (shown === undefined) return null
  if (rows.length > pageSize && last) return { untilDay: dayOf(shown.at), after: last.id }
  return day === undefined ? { untilDay: dayOf(shown.at - dayMs), after: null } : null
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

async function entryView(row: EntryRow) {
  const { id, action } = row
  if (row.named === 0) {
    const by = { kind: row.role, id: null, name: null }
    return { id, at: null, day: dayOf(row.at), action, by, subjectId: null, detail: {} }
  }
  const detail: unknown = JSON.parse(row.detail)
  const name = await openOr(row.name, '')
  const by = { kind: 'staff' as const, id: row.actor_id, name }
  const at = new Date(row.at)
  return { id, at, day: dayOf(row.at), action, by, subjectId: row.subject_id, detail }
}
