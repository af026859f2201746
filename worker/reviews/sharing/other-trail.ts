import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { AuditEntry } from '../../foundation/commit/commit.ts'

/**
 * The entry in the trail of the other programme. It has no actor, because the admins there do not
 * know the person, who has no role with them.
 */
export function entryOfOther(call: Call, sharingId: string, organizationId: string): AuditEntry {
  const { acting: _, ...others } = call
  const system = { ...others, actorId: 'system' }
  return auditEntry(system, 'organization.sharing-told', sharingId, {}, organizationId)
}
