import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { secretOf } from '../../foundation/crypto/secrets.ts'
import { pseudonymOf } from './pseudonym.ts'

export interface Named {
  studentId: string
  pseudonym: string
}

/**
 * The pseudonyms of these students for an employer (by default the caller's), with the current key.
 */
export function pseudonymsFor(
  call: Call,
  studentIds: readonly string[],
  employerId = actingOf(call).organizationId,
): Promise<Named[]> {
  const key = secretOf(call, 'PSEUDONYM_KEY')
  return Promise.all(
    studentIds.map(async (studentId) => ({
      studentId,
      pseudonym: await pseudonymOf(key, employerId, studentId),
    })),
  )
}

/** Stores pseudonyms, so that each can be looked up later. Known ones are not changed. */
export function keepPseudonyms(call: Call, names: readonly Named[]): Statement {
  const employerId = actingOf(call).organizationId
  const { id: keyId } = secretOf(call, 'PSEUDONYM_KEY')
  return call.db.run(sql`
    INSERT INTO pseudonyms (organization_id, student_id, key_id, pseudonym, created_at)
    SELECT ${employerId}, named.value ->> 'studentId', ${keyId}, named.value ->> 'pseudonym', ${call.now.getTime()}
    FROM json_each(${JSON.stringify(names)}) named
    WHERE NOT EXISTS (SELECT 1 FROM pseudonyms known WHERE known.organization_id = ${employerId}
      AND known.student_id = named.value ->> 'studentId' AND known.key_id = ${keyId})`)
}
