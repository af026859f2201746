import { and, eq, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { changedElsewhere } from '../../accounts/problems.ts'
import { invalidInput } from '../../http/problems.ts'
import { askChange, describesOther } from './ask-change.ts'
import { isOtherContact, sealContact } from '../organization/open-contact.ts'
import { findProvedDomain } from './find-proved-domain.ts'
import type { Organization } from '../organization/find-organization.ts'
import type { SaveOrganizationInput } from './save-organization-input.ts'
import { domains, organizations } from '../tables.ts'

type Input = InferOutput<typeof SaveOrganizationInput>

const employersOnly = ['legalName', 'site', 'country', 'contact', 'domain'] as const

/**
 * Changes an organization's details. Its slug stays, because addresses of badges contain it. Public
 * details of an approved employer change only when the operator approves. A declined employer that
 * corrects its details waits for a decision again.
 */
export async function saveOrganization(call: Call, own: Organization, input: Input) {
  if (own.kind === 'programme') return saveNames(call, own, input)
  const domain = await findProvedDomain(call, own, input.domain)
  if (own.state === 'approved') return askChange(call, own, { ...input, domain })

  // The operator reads the contact too, so a declined employer may correct only that.
  const isOther =
    describesOther(own, { ...input, domain }) || (await isOtherContact(call, own, input.contact))
  const isAgain = own.state === 'declined' && isOther
  const { name, aliases, legalName, site, country, contact } = input
  return commit(
    call,
    [
      call.db
        .update(organizations)
        .set({
          name,
          aliases: JSON.stringify(aliases),
          ...(legalName !== undefined && { legalName }),
          ...(site !== undefined && { site }),
          ...(country !== undefined && { country }),
          ...(contact !== undefined && { contact: await sealContact(call, own.id, contact) }),
          ...(isAgain && { state: 'waiting' as const }),
          ...(isOther && { version: own.version + 1 }),
        })
        .where(and(eq(organizations.id, own.id), eq(organizations.version, own.version))),
      guard(call, 'organization_read'),
      ...(domain ? [addDomain(call, own.id, domain)] : []),
      ...(isAgain ? [note(call, 'employer.applied', own.id)] : []),
      auditEntry(call, 'organization.saved', own.id),
    ],
    {
      answer: { id: own.id, waits: isAgain },
      // The operator decided, or another admin saved, since this act read the organization.
      conflicts: { organization_read: changedElsewhere },
    },
  )
}

function saveNames(call: Call, { id }: Organization, input: Input) {
  const foreign = employersOnly.filter((field) => input[field] !== undefined)
  if (foreign.length > 0) throw invalidInput(`Check: ${foreign.join(', ')}.`, { fields: foreign })
  const { name, aliases } = input
  return commit(
    call,
    [
      call.db
        .update(organizations)
        .set({ name, aliases: JSON.stringify(aliases) })
        .where(eq(organizations.id, id)),
      auditEntry(call, 'organization.saved', id),
    ],
    { answer: { id, waits: false } },
  )
}

/** Adds nothing if the organization already has the domain. */
function addDomain(call: Call, organizationId: string, domain: string) {
  const { now } = call
  return call.db.run(sql`
    INSERT INTO ${domains} (organization_id, domain, verified_at)
    SELECT ${organizationId}, ${domain}, ${now.getTime()}
    WHERE NOT EXISTS (SELECT 1 FROM domains WHERE organization_id = ${organizationId} AND domain = ${domain})`)
}
