import { and, eq, isNull, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { programmeSharesAlready, sharesAlready, sharingDecided } from '../problems.ts'
import { reviewerSharings } from '../sharing-tables.ts'
import type { AnswerSharingInput } from './answer-sharing-input.ts'
import type { Found } from './find-sharing.ts'
import { joinPool } from './move-answers.ts'
import { entryOfOther } from './other-trail.ts'

/**
 * An admin of the programme that was asked says yes or no. With a yes, the reviewers of both
 * programmes get the answers of both from now on.
 */
export function answerSharing(
  call: Call,
  found: Found,
  { answer }: InferOutput<typeof AnswerSharingInput>,
): Promise<{ id: string }> {
  const { id, askingOrganizationId: askingId } = found.sharing
  const answered = { answer, answeredBy: call.actorId, answeredAt: call.now }
  const waits = and(eq(reviewerSharings.id, id), isNull(reviewerSharings.answer))
  return commit(
    call,
    [
      call.db.update(reviewerSharings).set(answered).where(waits),
      guard(call, 'sharing_decided'),
      ...(answer === 'accepted' ? begin(call, found) : []),
      note(call, 'sharing.answered', id),
      auditEntry(call, `organization.sharing-${answer}`, id),
      entryOfOther(call, id, askingId),
    ],
    {
      answer: { id },
      conflicts: {
        sharing_decided: sharingDecided,
        they_share: programmeSharesAlready,
        we_share: sharesAlready,
      },
    },
  )
}

function begin(call: Call, found: Found): Statement[] {
  const { askingOrganizationId: askingId, askedOrganizationId: askedId } = found.sharing
  const join = (id: string) =>
    call.db.run(sql`UPDATE organizations SET pool_id = ${askingId}
      WHERE id = ${id} AND pool_id IS NULL`)
  return [
    join(askingId),
    guard(call, 'they_share'),
    join(askedId),
    guard(call, 'we_share'),
    // A programme that shares has no question of its own left.
    call.db
      .update(reviewerSharings)
      .set({ answer: 'withdrawn', answeredBy: call.actorId, answeredAt: call.now })
      .where(
        and(eq(reviewerSharings.askingOrganizationId, askedId), isNull(reviewerSharings.answer)),
      ),
    ...joinPool(call, found),
  ]
}
