import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { notForYourRole } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { movedMeanwhile, sharingAsked } from '../problems.ts'
import type { AskSharingInput } from './ask-sharing-input.ts'
import { slugIn } from './named-programme.ts'
import { mayAsk, refuseQuestion } from './refuse-question.ts'
import { entryOfOther } from './other-trail.ts'

/**
 * Asks another programme whether both share their reviewers. Nothing is shared before one of its
 * admins says yes. 403 for an employer; the other refusals are those of `refuseQuestion`.
 */
export async function askSharing(
  call: Call,
  { organizationId, kind }: Acting,
  { programme }: InferOutput<typeof AskSharingInput>,
): Promise<{ id: string }> {
  if (kind !== 'programme') throw notForYourRole()
  const slug = slugIn(programme)
  const otherId = await refuseQuestion(call, organizationId, slug)
  try {
    return await ask(call, organizationId, otherId)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.type !== movedMeanwhile().kind.type) throw error
    // The other programme asked or began to share since the read: says which.
    await refuseQuestion(call, organizationId, slug)
    throw error
  }
}

function ask(call: Call, organizationId: string, otherId: string) {
  const id = newId()
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO reviewer_sharings
          (id, asking_organization_id, asked_organization_id, asked_by, asked_at)
        SELECT ${id}, ${organizationId}, o.id, ${call.actorId}, ${call.now.getTime()}
        FROM organizations o WHERE o.id = ${otherId} AND ${mayAsk(call, organizationId)}`),
      guard(call, 'question_refused'),
      note(call, 'sharing.asked', id),
      auditEntry(call, 'organization.sharing-asked', id),
      entryOfOther(call, id, otherId),
    ],
    {
      answer: { id },
      conflicts: {
        question_refused: movedMeanwhile,
        'reviewer_sharings.asking_organization_id': sharingAsked,
      },
    },
  )
}
