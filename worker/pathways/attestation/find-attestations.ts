import { and, eq, isNull, sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { attestations } from '../tables.ts'

interface Row {
  id: string
  student_id: string
  name: string | null
  title: string
  at: number
}

/** Small, because a name is opened for each. */
const pageSize = 50

/** What the admins of a programme have confirmed for students, the latest first. */
export async function listAttestations(call: Call, { organizationId }: Acting, query: PageQuery) {
  const rows = await call.db.all<Row>(sql`
    SELECT t.id, t.student_id, a.name, t.title, t.at
    FROM attestations t CROSS JOIN accounts a ON a.id = t.student_id
    WHERE t.organization_id = ${organizationId} AND t.ended_at IS NULL ${behind(
      query,
      (after) => sql`(t.at, t.id) < (
      SELECT +at, +id FROM attestations WHERE id = ${after} AND organization_id = ${organizationId})`,
    )}
    ORDER BY t.at DESC, t.id DESC LIMIT ${pageSize + 1}`)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  const listed = await allOf(shown, async ({ id, student_id, name, title, at }) => ({
    id,
    studentId: student_id,
    student: await openName(call, student_id, name, ''),
    title,
    at: new Date(at).toISOString(),
  }))
  return { attestations: listed, next }
}

export function findOwnAttestation({ db, acting }: Call, attestationId: string) {
  const own = and(
    eq(attestations.id, attestationId),
    eq(attestations.organizationId, acting?.organizationId ?? ''),
    isNull(attestations.endedAt),
  )
  return db.select({ id: attestations.id }).from(attestations).where(own).get()
}
