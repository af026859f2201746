import { sql } from 'drizzle-orm'

import { notForYourRole } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { tooManyPathways } from '../problems.ts'
import type { MakePathwayInput } from './pathway-input.ts'

/** How many pathways a programme can have, drafts included. The list of designs has one page. */
export const mostPathways = 50

/** Begins the draft of a pathway. Only a programme has pathways: 403 for an employer. */
export async function makePathway(
  call: Call,
  { organizationId, kind: organizationKind }: Acting,
  { title, kind }: MakePathwayInput,
) {
  if (organizationKind !== 'programme') throw notForYourRole()
  const id = newId()
  const draft = JSON.stringify({ title, steps: [] })
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO pathways (id, organization_id, kind, draft, version, created_at)
        SELECT ${id}, ${organizationId}, ${kind}, ${draft}, 1, ${call.now.getTime()}
        WHERE (SELECT count(*) FROM pathways WHERE organization_id = ${organizationId}) < ${mostPathways}`),
      guard(call, 'too_many_pathways'),
      auditEntry(call, 'pathway.made', id),
    ],
    { answer: { id }, conflicts: { too_many_pathways: tooManyPathways } },
  )
}
