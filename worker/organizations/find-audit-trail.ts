import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Acting, Call } from '../foundation/call.ts'
import { isoDay, isoTime, uuid } from '../foundation/input.ts'
import { open } from '../foundation/seal.ts'

export const AuditTrailQuery = v.strictObject({
  actorId: v.optional(uuid),
  subjectId: v.optional(v.pipe(v.string(), v.maxLength(120))),
  action: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]+\.[a-z-]+$/))),
  day: v.optional(isoDay),
  /** The last entry of the page before. */
  beforeAt: v.optional(isoTime),
  beforeId: v.optional(uuid),
})

interface EntryRow {
  id: string
  at: number
  actor_id: string
  action: string
  subject_id: string
  detail: string
  name: string | null
  is_student: number
}

const pageSize = 50

/**
 * What was done in an organization, newest first, 50 a page. Staff are named; an entry by a student
 * says only that: with names it would be the list of progress that a coach alone may see.
 */
export async function findAuditTrail(
  call: Call,
  { organizationId }: Acting,
  query: v.InferOutput<typeof AuditTrailQuery>,
) {
  const before = query.beforeAt?.getTime() ?? null
  const dayStart = query.day ? Date.parse(`${query.day}T00:00:00.000Z`) : null
  const rows = await call.db.all<EntryRow>(sql`
    SELECT e.id, e.at, e.actor_id, e.action, e.subject_id, e.detail, a.name,
      EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = e.actor_id
        AND m.organization_id = ${organizationId} AND m.role = 'student') AS is_student
    FROM audit_entries e LEFT JOIN accounts a ON a.id = e.actor_id
    WHERE e.organization_id = ${organizationId}
      AND (${before} IS NULL OR (e.at <= ${before} AND (e.at < ${before} OR e.id < ${query.beforeId ?? ''})))
      AND (${query.actorId ?? null} IS NULL OR e.actor_id = ${query.actorId ?? null})
      AND (${query.subjectId ?? null} IS NULL OR e.subject_id = ${query.subjectId ?? null})
      AND (${query.action ?? null} IS NULL OR e.action = ${query.action ?? null})
      AND (${dayStart} IS NULL OR (e.at >= ${dayStart} AND e.at < ${dayStart} + 86400000))
    ORDER BY e.at DESC, e.id DESC LIMIT ${pageSize + 1}`)
  const entries = rows.slice(0, pageSize).map(entryView)
  return { entries, more: rows.length > pageSize }
}

function entryView(row: EntryRow) {
  const isStudent = row.is_student === 1
  const detail: unknown = JSON.parse(row.detail)
  return {
    id: row.id,
    at: new Date(row.at),
    action: row.action,
    by: actorOf(row, isStudent),
    // A student's own things would name them by their id as well.
    subjectId: isStudent ? null : row.subject_id,
    detail,
  }
}

function actorOf({ actor_id, name }: EntryRow, isStudent: boolean) {
  if (actor_id === 'system') return { kind: 'system' as const, id: null, name: null }
  if (isStudent || name === null) return { kind: 'student' as const, id: null, name: null }
  return { kind: 'staff' as const, id: actor_id, name: open(name) }
}
