import { type SQL, sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit } from '../foundation/commit/commit.ts'

interface Refusal {
  emailIndex: string
  /** Null: refuses mail from all organizations. */
  organizationId: string | null
}

/** Stops invitation mails to this address. Idempotent. */
export function refuseMail(call: Call, { emailIndex, organizationId }: Refusal): Promise<null> {
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO mail_refusals (email_index, organization_id, at)
        SELECT ${emailIndex}, ${organizationId}, ${call.now.getTime()}
        WHERE NOT EXISTS (SELECT 1 FROM mail_refusals
          WHERE email_index = ${emailIndex} AND organization_id IS ${organizationId})`),
      // The entry has no name and no address: it records only that somebody refused.
      auditEntry(call, 'mail.refused', organizationId ?? 'everybody', {}, organizationId),
    ],
    { answer: null },
  )
}

/** SQL that is true if this organization may not mail invitations to the address. */
export function refusesMail(emailIndex: SQL, organizationId: SQL | string): SQL {
  return sql`EXISTS (SELECT 1 FROM mail_refusals f WHERE f.email_index = ${emailIndex}
    AND (f.organization_id = ${organizationId} OR f.organization_id IS NULL))`
}
