import { and, eq, isNull } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { notFound } from '../../http/problems.ts'
import { sharingDecided, sharingOver } from '../problems.ts'
import { reviewerSharings } from '../sharing-tables.ts'
import type { Found } from './find-sharing.ts'
import { leavePool } from './move-answers.ts'
import { entryOfOther } from './other-trail.ts'

/**
 * Ends what goes on between two programmes: either of them ends a sharing that is in force, and the
 * one that asked takes back its question while it waits. Live claims go on to their end, also one
 * that is made in the moment in which the sharing ends.
 */
export function endSharing(call: Call, acting: Acting, found: Found): Promise<null> {
  const { sharing } = found
  if (sharing.answer === 'accepted') return end(call, acting, found)
  if (sharing.askingOrganizationId !== acting.organizationId) throw notFound()
  return withdraw(call, sharing)
}

function withdraw(call: Call, { id, askedOrganizationId }: Found['sharing']): Promise<null> {
  const withdrawn = { answeredBy: call.actorId, answeredAt: call.now }
  return commit(
    call,
    [
      call.db
        .update(reviewerSharings)
        .set({ answer: 'withdrawn', ...withdrawn })
        .where(and(eq(reviewerSharings.id, id), isNull(reviewerSharings.answer))),
      guard(call, 'sharing_decided'),
      auditEntry(call, 'organization.sharing-withdrawn', id),
      entryOfOther(call, id, askedOrganizationId),
    ],
    { answer: null, conflicts: { sharing_decided: sharingDecided } },
  )
}

function end(call: Call, { organizationId }: Acting, found: Found): Promise<null> {
  const { id, askingOrganizationId: askingId, askedOrganizationId: askedId } = found.sharing
  const ended = {
    endedAt: call.now,
    endedBy: call.actorId,
    endingOrganizationId: organizationId,
  }
  const otherId = organizationId === askingId ? askedId : askingId
  return commit(
    call,
    [
      call.db
        .update(reviewerSharings)
        .set(ended)
        .where(
          and(
            eq(reviewerSharings.id, id),
            eq(reviewerSharings.answer, 'accepted'),
            isNull(reviewerSharings.endedAt),
          ),
        ),
      guard(call, 'sharing_over'),
      ...leavePool(call, found),
      note(call, 'sharing.ended', id),
      auditEntry(call, 'organization.sharing-ended', id),
      entryOfOther(call, id, otherId),
    ],
    { answer: null, conflicts: { sharing_over: sharingOver } },
  )
}
