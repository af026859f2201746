import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { EndCredentialInput } from './end-credential-input.ts'
import type { OwnedCredential } from './find-credential-to-end.ts'
import { credentialAlreadyEnded } from '../problems.ts'
import { credentialEnds } from '../tables.ts'

/** Revokes a badge of the admin's own programme for good. 409 `credential-already-ended`. */
export async function endCredential(
  call: Call,
  { id, organizationId }: OwnedCredential,
  { reason }: EndCredentialInput,
): Promise<{ id: string; endedAt: string }> {
  const end = { credentialId: id, kind: 'revoked' as const, reason, at: call.now }
  const statements = [
    call.db.insert(credentialEnds).values(end),
    call.db.run(sql`
      UPDATE credentials SET ended_at = ${call.now.getTime()} WHERE id = ${id} AND ended_at IS NULL`),
    guard(call, 'credential_already_ended'),
    note(call, 'credential.ended', id),
    auditEntry(call, 'credential.ended', id, { reason }, organizationId),
  ]
  const conflicts = {
    credential_already_ended: credentialAlreadyEnded,
    'credential_ends.credential_id': credentialAlreadyEnded,
  }
  return commit(call, statements, { answer: { id, endedAt: call.now.toISOString() }, conflicts })
}
