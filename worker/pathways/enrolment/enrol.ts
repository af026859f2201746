import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import { alreadyEnrolled, pathwayMovedOn } from '../problems.ts'
import type { EnrolInput } from './enrol-input.ts'

interface Standing {
  offered: number | null
  enrolment_id: string | null
  version: number | null
}

/**
 * Puts the student on the version that is offered, or moves them to it from an earlier one. 404 for
 * a pathway of another programme, 409 `already-enrolled`, 409 `pathway-moved-on` if another version
 * is offered now, or none.
 */
export async function enrol(call: Call, input: EnrolInput): Promise<{ id: string }> {
  const standing = await findStanding(call, input.pathwayId)
  if (!standing) throw notFound()
  if (standing.version === input.version) throw alreadyEnrolled()
  if (standing.offered !== input.version) throw pathwayMovedOn()
  const { enrolment_id, version } = standing
  if (enrolment_id === null || version === null) return begin(call, input)
  return move(call, { id: enrolment_id, version }, input)
}

function begin(call: Call, { pathwayId, version }: EnrolInput) {
  const id = newId()
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO enrolments (id, student_id, pathway_id, version, enrolled_at)
        SELECT ${id}, ${call.actorId}, p.id, p.offered, ${call.now.getTime()} FROM pathways p
        WHERE p.id = ${pathwayId} AND p.offered = ${version} AND ${isInProgramme(call)}`),
      guard(call, 'pathway_moved_on'),
      auditEntry(call, 'enrolment.made', id, { version }),
    ],
    {
      answer: { id },
      conflicts: {
        pathway_moved_on: pathwayMovedOn,
        'enrolments.student_id, enrolments.pathway_id': alreadyEnrolled,
      },
    },
  )
}

function move(
  call: Call,
  { id, version: from }: { id: string; version: number },
  { pathwayId, version }: EnrolInput,
) {
  return commit(
    call,
    [
      call.db.run(sql`
        UPDATE enrolments SET version = ${version}
        WHERE id = ${id} AND version = ${from} AND left_at IS NULL
          AND EXISTS (SELECT 1 FROM pathways p WHERE p.id = ${pathwayId} AND p.offered = ${version})`),
      guard(call, 'pathway_moved_on'),
      auditEntry(call, 'enrolment.moved', id, { version }),
    ],
    {
      answer: { id },
      conflicts: { pathway_moved_on: pathwayMovedOn, enrolment_moves_forward: pathwayMovedOn },
    },
  )
}

async function findStanding(call: Call, pathwayId: string): Promise<Standing | undefined> {
  const [row] = await call.db.all<Standing>(sql`
    SELECT p.offered, e.id AS enrolment_id, e.version FROM pathways p
    LEFT JOIN enrolments e ON e.student_id = ${call.actorId} AND e.pathway_id = p.id AND e.left_at IS NULL
    WHERE p.id = ${pathwayId} AND (e.id IS NOT NULL OR ${isInProgramme(call)})`)
  return row
}

/** SQL: the caller is a student of the programme of pathway `p`. */
const isInProgramme = ({ actorId }: Call) => sql`EXISTS (SELECT 1 FROM memberships m
  WHERE m.account_id = ${actorId} AND m.organization_id = p.organization_id AND m.role = 'student'
    AND m.ended_at IS NULL)`
