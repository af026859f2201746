import type { Call } from '../foundation/call/call.ts'
import type { AuditEntry, Unaudited } from '../foundation/commit/commit.ts'
import { newId } from '../foundation/call/id.ts'
import { auditEntries } from './tables.ts'

type Detail = Record<string, string | number | boolean>

/**
 * A statement for the same commit as the change it records, so that neither lands alone.
 * Ids and enums only, 500 bytes at most: an entry is kept for good and must name nobody.
 */
export function auditEntry(
  call: Call,
  action: `${string}.${string}`,
  subjectId: string,
  detail: Detail = {},
  organizationId: string | null = call.acting?.organizationId ?? null,
): AuditEntry {
  const statement = call.db.insert(auditEntries).values({
    id: newId(),
    at: call.now,
    actorId: call.actorId,
    membershipId: call.acting?.membershipId ?? null,
    organizationId,
    action,
    subjectId,
    requestId: call.requestId,
    detail: JSON.stringify(detail),
  })
  return { audited: statement }
}

/**
 * For a commit that leaves no audit entry. A draft is saved every few seconds and changes nothing that
 * anybody decides on, while an entry is kept for good. test/house/unaudited.test.ts lists who uses this.
 */
export function unaudited(reason: Unaudited['unaudited']): Unaudited {
  return { unaudited: reason }
}
