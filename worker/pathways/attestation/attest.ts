import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { invalidInput, notFound } from '../../http/problems.ts'
import { attestedIn } from '../pathway/find-designs.ts'
import { readBody } from '../pathway/pathway-body.ts'
import { alreadyAttested } from '../problems.ts'
import { attestations, pathwayVersions, pathways } from '../tables.ts'
import type { AttestInput } from './attest-input.ts'

/**
 * Confirms for a student of the programme that they have what a step asks for. It counts in every
 * pathway of the programme that asks for the same title. 409 `already-attested`.
 */
export async function attest(call: Call, { organizationId }: Acting, input: AttestInput) {
  const { studentId, title } = input
  const asked = await findTitles(call, organizationId, input)
  if (!asked) throw notFound()
  if (!asked.includes(title)) throw invalidInput('Check: title.', { fields: ['title'] })

  const id = newId()
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO attestations (id, student_id, organization_id, title, attested_by, at)
        SELECT ${id}, m.account_id, m.organization_id, ${title}, ${call.actorId}, ${call.now.getTime()}
        FROM memberships m WHERE m.account_id = ${studentId} AND m.organization_id = ${organizationId}
          AND m.role = 'student' AND m.ended_at IS NULL`),
      guard(call, 'student_elsewhere'),
      auditEntry(call, 'attestation.made', id),
    ],
    {
      answer: { id },
      conflicts: {
        student_elsewhere: notFound,
        'attestations.student_id, attestations.organization_id, attestations.title':
          alreadyAttested,
      },
    },
  )
}

/** Takes a confirmation back. The steps that it finished are open again. */
export function endAttestation(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      call.db
        .update(attestations)
        .set({ endedAt: call.now, endedBy: call.actorId })
        .where(and(eq(attestations.id, id), isNull(attestations.endedAt))),
      guard(call, 'attestation_ended'),
      auditEntry(call, 'attestation.ended', id),
    ],
    { answer: null, conflicts: { attestation_ended: notFound } },
  )
}

async function findTitles(
  { db }: Call,
  organizationId: string,
  { pathwayId, version }: Pick<AttestInput, 'pathwayId' | 'version'>,
): Promise<string[] | undefined> {
  const row = await db
    .select({ body: pathwayVersions.body })
    .from(pathwayVersions)
    .innerJoin(pathways, eq(pathways.id, pathwayVersions.pathwayId))
    .where(
      and(
        eq(pathwayVersions.pathwayId, pathwayId),
        eq(pathwayVersions.number, version),
        eq(pathways.organizationId, organizationId),
      ),
    )
    .get()
  return row && attestedIn(readBody(row.body).steps.map(({ requirement }) => requirement))
}
