import { and, eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import { staleVersion } from '../../accounts/problems.ts'
import type { Organization } from '../organization/find-organization.ts'
import { organizationChanges, organizations } from '../tables.ts'

interface Wanted {
  name: string
  aliases: string[]
  legalName?: string | undefined
  site?: string | undefined
  country?: string | undefined
  contact?: string | undefined
  domain: string | undefined
}

/**
 * Keeps what an approved employer wants to be called until the operator decided on it; what it asked
 * before is replaced. What nobody outside reads is changed at once. Asking for what is approved
 * already takes the waiting change back.
 */
export async function askChange(call: Call, own: Organization, wanted: Wanted) {
  const waits = describesOther(own, wanted)
  const { aliases, contact } = wanted
  const ofOwn = and(
    eq(organizationChanges.organizationId, own.id),
    eq(organizationChanges.state, 'waiting'),
  )
  return commit(
    call,
    [
      call.db.update(organizationChanges).set({ state: 'replaced' }).where(ofOwn),
      call.db
        .update(organizations)
        .set({
          aliases: JSON.stringify(aliases),
          ...(contact !== undefined && { contact: await seal(contact) }),
        })
        .where(eq(organizations.id, own.id)),
      ...(waits
        ? [
            call.db.insert(organizationChanges).values({
              id: newId(),
              organizationId: own.id,
              ...describedBy(own, wanted),
              domain: wanted.domain ?? null,
              state: 'waiting',
              askedBy: call.actorId,
              askedAt: call.now,
            }),
            note(call, 'employer.change-waiting', own.id),
          ]
        : []),
      auditEntry(call, waits ? 'organization.change-asked' : 'organization.saved', own.id),
    ],
    {
      answer: { id: own.id, waits },
      // Two admins at once: the second reads what the first asked for.
      conflicts: { 'organization_changes.organization_id': staleVersion },
    },
  )
}

/** Whether this is another description than the one that was approved. */
export function describesOther(own: Organization, wanted: Wanted): boolean {
  const { name, legalName, site, country } = describedBy(own, wanted)
  return (
    name !== own.name ||
    legalName !== own.legalName ||
    site !== own.site ||
    country !== own.country ||
    wanted.domain !== undefined
  )
}

/** What is left out stays as it is. */
function describedBy(own: Organization, { name, legalName, site, country }: Wanted) {
  return {
    name,
    legalName: legalName ?? own.legalName ?? name,
    site: site ?? own.site ?? '',
    country: country ?? own.country ?? '',
  }
}
