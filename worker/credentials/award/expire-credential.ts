import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import type { DueCredential } from './find-due-credentials.ts'

const notDue = new Problem({ status: 409, type: 'credential-not-due', title: '' })

/**
 * Records that a badge has expired. A successor can then be awarded, and the holder is told. Called
 * by the tick and by an award; a second call changes nothing.
 */
export async function expireCredential(
  env: Bindings,
  now: Date,
  { id, version, organizationId }: DueCredential,
): Promise<void> {
  // One key per version: if the tick and an award run at once, the expiry is recorded once.
  const call = systemCall(env, `expire:${id}:${version}`, now)
  const statements = [
    call.db.run(sql`
      UPDATE credentials SET expired_at = valid_until
      WHERE id = ${id} AND version = ${version} AND valid_until <= ${now.getTime()}
        AND expired_at IS NULL AND ended_at IS NULL`),
    guard(call, 'credential_not_due'),
    note(call, 'credential.expired', id),
    auditEntry(call, 'credential.expired', id, { version }, organizationId),
  ] as const
  const conflicts = { credential_not_due: () => notDue }
  await commit(call, statements, { answer: { id }, conflicts }).catch((error: unknown) => {
    // Lost a race: the badge was revoked or renewed first.
    if (error !== notDue) throw error
  })
}
