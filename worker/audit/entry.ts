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
 * A statement for the same commit as the change it records, so that neither lands alone. It stands
 * behind the change: whoever joins is looked up among the members.
 * Ids and enums only, 500 bytes at most: an entry is kept for good and must name nobody.
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
 * The moment, if somebody of the staff did this to the organization itself; 0 if a student did, or if
 * it was done to one. Asked once and kept, because the trail pages by it.
 */
function namedAt(entry: Entry): SQL | number {
  const { action, actorId, organizationId, subjectId, at } = entry
  if (!named.has(action) || actorId === 'system' || !organizationId) return 0
  return sql`CASE WHEN ${roleOf(entry)} IN ('mentor', 'recruiter', 'admin')
    AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = ${subjectId} AND m.role = 'student')
    THEN ${at.getTime()} ELSE 0 END`
}

/** As whom somebody acted: who joins, in the membership that begins; without one, in any they have there. */
function roleOf({ action, actorId, membershipId, organizationId, subjectId }: Entry): SQL {
  const acted = action === 'membership.begun' ? subjectId : (membershipId ?? null)
  return sql`COALESCE(
    (SELECT m.role FROM memberships m WHERE m.id = ${acted} AND m.organization_id = ${organizationId}),
    (SELECT max(m.role) FROM memberships m WHERE m.account_id = ${actorId}
      AND m.organization_id = ${organizationId}))`
}

/**
 * For a commit that leaves no audit entry. A draft is saved every few seconds, a result is read on every
 * device: neither changes what anybody decides on, while an entry is kept for good. test/house/unaudited.test.ts lists who uses this.
 */
export function unaudited(reason: Unaudited['unaudited']): Unaudited {
  return { unaudited: reason }
}
