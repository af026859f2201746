import { eq, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { hashToken } from '../../accounts/session/session.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import { staffBesideStudent } from '../problems.ts'
import { organizations } from '../tables.ts'
import { joiningConflicts } from './joining-conflicts.ts'
import type { RecoverAdminInput } from './recover-admin-input.ts'
import { joining } from './take-up-first-admin.ts'

/**
 * Makes the caller an admin of the operator programme, beside those that it has. For an operator
 * whose only admin has lost their address. The token needs the login of the Cloudflare account and
 * works once. Every refusal of a token is the same 404; 409 for somebody who cannot join.
 */
export async function recoverAdmin(call: Call, { token }: InferOutput<typeof RecoverAdminInput>) {
  const operator = await call.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.operator, true))
    .get()
  if (!operator) throw notFound()

  const [membershipId, organizationId] = [newId(), operator.id]
  const now = call.now.getTime()
  const tokenHash = await hashToken(token)
  return commit(
    call,
    [
      call.db.run(sql`UPDATE setup_tokens SET used_at = ${now}
        WHERE token_hash = ${tokenHash} AND used_at IS NULL AND recovers = 1 AND expires_at > ${now}`),
      guard(call, 'setup_token_not_live'),
      joining(call, { membershipId, organizationId, role: 'admin' }),
      auditEntry(call, 'organization.recovered', organizationId, { membershipId }, organizationId),
    ],
    {
      answer: { organizationId, membershipId },
      conflicts: {
        ...joiningConflicts,
        student_beside_staff: staffBesideStudent,
        setup_token_not_live: notFound,
      },
    },
  )
}
