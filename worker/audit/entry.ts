import { sql, type SQL } from 'drizzle-orm'

import type { Call } from '../foundation/call/call.ts'
import type { AuditEntry, Unaudited } from '../foundation/commit/commit.ts'
import { newId } from '../foundation/call/id.ts'
import { type Action, areaOf } from './actions.ts'
import { namedActions } from './named-actions.ts'
import { auditEntries } from './tables.ts'

type Detail = Record<string, string | number | boolean>
type Entry = Omit<typeof auditEntries.$inferInsert, 'namedAt' | 'area'>

/**
 * An entry for the same commit as the change it records, so that both are written or neither. List
 * it after the change: for somebody who joins, it reads the role from the new membership. `detail`
 * has ids, numbers and enums only, 500 bytes at most: entries are kept for good and must not name
 * anybody.
 */
export function auditEntry(
  call: Call,
  action: Action,
  subjectId: string,
  detail: Detail = {},
  organizationId: string | null = call.acting?.organizationId ?? null,
): AuditEntry {
  const entry = {
    id: newId(),
    at: call.now,
    actorId: call.actorId,
    membershipId: call.acting?.membershipId ?? null,
    organizationId,
    action,
    subjectId,
    requestId: call.requestId,
    detail: JSON.stringify(detail),
  }
  return { audited: insertEntry(call.db, entry) }
}

export function insertEntry(db: Call['db'], entry: Entry) {
  return db.insert(auditEntries).values({
    ...entry,
    area: areaOf(entry.action),
    namedAt: namedAt(entry),
  })
}

const named: ReadonlySet<string> = new Set(namedActions)

/**
 * The entry's time if a member of staff did a named action and its subject is no student's
 * membership; otherwise 0. Stored with the entry, because the trail pages by it.
 */
function namedAt(entry: Entry): SQL | number {
  const { action, actorId, organizationId, subjectId, at } = entry
  if (!named.has(action) || actorId === 'system' || !organizationId) return 0
  return sql`CASE WHEN ${roleOf(entry)} IN ('mentor', 'recruiter', 'admin')
    AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = ${subjectId} AND m.role = 'student')
    THEN ${at.getTime()} ELSE 0 END`
}

/**
 * The role in which somebody acted: of the membership that begins, of the membership of the
 * session, or, without one, of any membership that they have in the organization.
 */
function roleOf({ action, actorId, membershipId, organizationId, subjectId }: Entry): SQL {
  const acted = action === 'membership.begun' ? subjectId : (membershipId ?? null)
  return sql`COALESCE(
    (SELECT m.role FROM memberships m WHERE m.id = ${acted} AND m.organization_id = ${organizationId}),
    (SELECT max(m.role) FROM memberships m WHERE m.account_id = ${actorId}
      AND m.organization_id = ${organizationId}))`
}

/**
 * Takes the place of the audit entry in a commit that needs none: a draft, which is saved every few
 * seconds, or a read mark. No decision is based on these, and audit entries are kept for good.
 * test/house/unaudited.test.ts lists the uses.
 */
export function unaudited(reason: Unaudited['unaudited']): Unaudited {
  return { unaudited: reason }
}
