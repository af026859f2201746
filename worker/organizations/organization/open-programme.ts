import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { fromMaker } from './from-maker.ts'
import { joiningConflicts } from './joining-conflicts.ts'
import { openProgrammeExists } from '../problems.ts'
import { freeSlug, slugsWithTail } from './slug.ts'
import { organizations } from '../tables.ts'
import { joining } from './take-up-first-admin.ts'

/**
 * Makes the open programme, which any adult can join. The operator's admin who makes it becomes its
 * admin.
 */
export function openProgramme(call: Call, name: string) {
  const organizationId = newId()
  const membershipId = newId()
  return commit(
    call,
    [
      call.db.insert(organizations).values({
        ...fromMaker(call),
        id: organizationId,
        kind: 'programme',
        operator: false,
        open: true,
        name,
        slug: freeSlug(slugsWithTail(name, organizationId)),
        aliases: '[]',
        state: 'approved',
        createdAt: call.now,
      }),
      joining(call, { membershipId, organizationId, role: 'admin' }),
      auditEntry(call, 'organization.opened', organizationId, {}, organizationId),
    ],
    {
      answer: { organizationId, membershipId },
      conflicts: { ...joiningConflicts, 'organizations.open': openProgrammeExists },
    },
  )
}
