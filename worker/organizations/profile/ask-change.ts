import { and, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { changedElsewhere } from '../../accounts/problems.ts'
import { isOtherContact, sealContact } from '../organization/open-contact.ts'
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
 * Stores a change of an approved employer's public details until the operator decides on it. It
 * replaces an earlier waiting change. Aliases and the contact, which are not public, change at
 * once. If the details equal the approved ones, the earlier change is withdrawn and nothing new
 * waits.
 */
export async function askChange(call: Call, own: Organization, wanted: Wanted) {
  const waits = describesOther(own, wanted)
  const { aliases, contact } = wanted
  const isOtherToRead = await isOtherContact(call, own, contact)
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
          ...(contact !== undefined && { contact: await sealContact(call, own.id, contact) }),
          // The operator decides on the contact too: a decision on the old version is refused.
          ...(isOtherToRead && { version: sql`version + 1` }),
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
      // If two admins ask at once, the second must read the first one's change.
      conflicts: { 'organization_changes.organization_id': changedElsewhere },
    },
  )
}

/** Whether these details differ from the approved ones. */
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

/** Fields that are left out do not change. */
function describedBy(own: Organization, { name, legalName, site, country }: Wanted) {
  return {
    name,
    legalName: legalName ?? own.legalName ?? name,
    site: site ?? own.site ?? '',
    country: country ?? own.country ?? '',
  }
}
