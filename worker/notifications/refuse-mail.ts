import { type SQL, sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit } from '../foundation/commit/commit.ts'

interface Refusal {
  emailIndex: string
  emailIndexKey: string
  /** Null: refuses mail from all organizations. */
  organizationId: string | null
}

/** Stops invitation mails to this address. Idempotent. */
export function refuseMail(
  call: Call,
  { emailIndex, emailIndexKey, organizationId }: Refusal,
): Promise<null> {
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO mail_refusals (email_index, email_index_key, organization_id, at)
        SELECT ${emailIndex}, ${emailIndexKey}, ${organizationId}, ${call.now.getTime()}
        WHERE NOT EXISTS (SELECT 1 FROM mail_refusals
          WHERE email_index = ${emailIndex} AND organization_id IS ${organizationId})`),
      // The entry has no name and no address: it records only that somebody refused.
      auditEntry(call, 'mail.refused', organizationId ?? 'everybody', {}, organizationId),
    ],
    { answer: null },
  )
}

/**
 * SQL that is true if this organization may not mail invitations to the address. `isAddress`: such
 * as `= email_index`.
 */
export function refusesMail(isAddress: SQL, organizationId: SQL | string): SQL {
  return sql`EXISTS (SELECT 1 FROM mail_refusals f WHERE f.email_index ${isAddress}
    AND (f.organization_id = ${organizationId} OR f.organization_id IS NULL))`
}
