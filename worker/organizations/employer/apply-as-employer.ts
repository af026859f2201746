import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { domainOf, isPublicMail } from '../../accounts/account/email.ts'
import { findOwnAccount } from '../../accounts/account/find-account.ts'
import { openEmail } from '../../accounts/account/open-account.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { ApplyAsEmployerInput } from './apply-as-employer-input.ts'
import { fromMaker } from '../organization/from-maker.ts'
import { sealContact } from '../organization/open-contact.ts'
import { joiningConflicts } from '../organization/joining-conflicts.ts'
import { applicationWaits, profileIncomplete, workAddressNeeded } from '../problems.ts'
import { freeSlug, slugsWithTail } from '../organization/slug.ts'
import { domains, organizations } from '../tables.ts'
import { joining } from '../organization/take-up-first-admin.ts'

type Input = InferOutput<typeof ApplyAsEmployerInput>

/**
 * Applies as a new employer. The employer's mail domain is the one of the applicant's address, so
 * addresses of public mail providers are refused. The applicant becomes its admin and recruiter,
 * without access until approval.
 */
export async function applyAsEmployer(call: Call, input: Input) {
  const account = await findOwnAccount(call)
  if (!account?.name) throw profileIncomplete()
  const domain = domainOf(await openEmail(call, account.id, account.email))
  if (isPublicMail(domain)) throw workAddressNeeded()

  const organizationId = newId()
  const [adminId, recruiterId] = [newId(), newId()]
  return commit(
    call,
    [
      noneWaits(call),
      call.db.insert(organizations).values({
        ...fromMaker(call),
        id: organizationId,
        kind: 'employer',
        operator: false,
        open: false,
        name: input.name,
        slug: freeSlug(slugsWithTail(input.name, organizationId)),
        aliases: '[]',
        legalName: input.legalName,
        site: input.site,
        country: input.country,
        contact: await sealContact(call, organizationId, input.contact),
        state: 'waiting',
        createdAt: call.now,
      }),
      call.db.insert(domains).values({ organizationId, domain, verifiedAt: call.now }),
      joining(call, { membershipId: adminId, organizationId, role: 'admin' }),
      joining(call, { membershipId: recruiterId, organizationId, role: 'recruiter' }),
      note(call, 'employer.applied', organizationId),
      auditEntry(call, 'employer.applied', organizationId, {}, organizationId),
    ],
    {
      answer: { organizationId, membershipId: recruiterId },
      conflicts: { ...joiningConflicts, application_waits: applicationWaits },
    },
  )
}

/** Refuses a second application while one waits: the waiting one can be corrected instead. */
function noneWaits(call: Call) {
  return call.db.run(sql`INSERT INTO guard SELECT 'application_waits', NOT EXISTS (
    SELECT 1 FROM memberships m CROSS JOIN organizations o ON o.id = m.organization_id
    WHERE m.account_id = ${call.actorId} AND +m.role = 'admin' AND m.ended_at IS NULL
      AND o.kind = 'employer' AND o.state = 'waiting')`)
}
