import { sql } from 'drizzle-orm'

import { notForYourRole } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { cohortNameTaken } from '../problems.ts'
import type { ChangeCohortMembersInput } from './make-cohort-input.ts'
import { cohorts } from '../tables.ts'

/** Only a programme has cohorts: 403 for an employer. */
export async function makeCohort(call: Call, { organizationId, kind }: Acting, name: string) {
  if (kind !== 'programme') throw notForYourRole()
  const cohort = { id: newId(), organizationId, name, createdAt: call.now }
  return commit(
    call,
    [call.db.insert(cohorts).values(cohort), auditEntry(call, 'cohort.made', cohort.id)],
    {
      answer: { id: cohort.id },
      conflicts: { 'cohorts.organization_id, cohorts.name': cohortNameTaken },
    },
  )
}

/**
 * Adds and removes members. The SQL contains the scope, so it skips memberships of other
 * organizations and of admins.
 */
export async function changeCohortMembers(
  call: Call,
  cohort: { id: string; organizationId: string },
  { add, remove }: ChangeCohortMembersInput,
) {
  return commit(
    call,
    [
      call.db.run(sql`DELETE FROM cohort_members WHERE cohort_id = ${cohort.id}
        AND membership_id IN (SELECT value FROM json_each(${JSON.stringify(remove)}))`),
      call.db.run(sql`
        INSERT INTO cohort_members (cohort_id, membership_id)
        SELECT ${cohort.id}, m.id FROM json_each(${JSON.stringify(add)}) j CROSS JOIN memberships m ON m.id = j.value
        WHERE m.organization_id = ${cohort.organizationId} AND m.ended_at IS NULL
          AND m.role IN ('student', 'mentor') AND NOT EXISTS (
          SELECT 1 FROM cohort_members c WHERE c.cohort_id = ${cohort.id} AND c.membership_id = m.id)
        GROUP BY m.id`),
      auditEntry(call, 'cohort.members-set', cohort.id, {
        added: add.length,
        removed: remove.length,
      }),
    ],
    { answer: { id: cohort.id } },
  )
}
