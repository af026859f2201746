import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard, part } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { findEndedMembership } from '../../organizations/people/find-ended-membership.ts'
import { movedMeanwhile } from '../problems.ts'
import { claims } from '../tables.ts'
import { unlessMoved } from './unless-moved.ts'

/**
 * Reaction to membership.ended: ends the claims that the person holds in that programme and role,
 * so that others can take the reviews. Ends a student's reminders of owed reviews. Deletes the
 * practice results if the person has no membership left in which they could review.
 */
export async function releaseMember(call: Call, { subjectId }: Note): Promise<void> {
  const ended = await findEndedMembership(call, subjectId)
  if (!ended) return
  const { accountId, organizationId, role } = ended
  const kind = role === 'mentor' ? 'mentor' : 'peer'
  const live = and(
    eq(claims.reviewerId, accountId),
    eq(claims.organizationId, organizationId),
    eq(claims.role, kind),
    isNull(claims.endedAt),
  )
  await tryEach(await call.db.select().from(claims).where(live), async ({ id, submissionId }) => {
    const own = part(call, id)
    const lapse = commit(
      own,
      [
        call.db
          .update(claims)
          .set({ endedAt: call.now, endReason: 'lapsed' })
          .where(and(live, eq(claims.id, id))),
        guard(own, 'claim_moved'),
        call.db.run(sql`UPDATE submission_queue SET assigned = assigned - 1
          WHERE submission_id = ${submissionId} AND kind = ${kind}`),
        auditEntry(own, 'claim.lapsed', id, {}, organizationId),
      ],
      { answer: null, conflicts: { claim_moved: movedMeanwhile } },
    )
    await unlessMoved(lapse)
  })
  if (kind === 'peer') await forgetOwed(call, accountId, organizationId)
  await forgetPractice(call, accountId, organizationId)
}

/**
 * Keeps `forgone_challenges`, because a mentor who has seen a challenge's key may never take it.
 */
async function forgetPractice(call: Call, accountId: string, organizationId: string) {
  const own = part(call, 'practice')
  await commit(
    own,
    [
      call.db.run(sql`DELETE FROM practice_results WHERE account_id = ${accountId} AND NOT EXISTS (
        SELECT 1 FROM memberships m WHERE m.account_id = ${accountId} AND m.ended_at IS NULL
          AND m.role IN ('student', 'mentor'))`),
      auditEntry(own, 'practice.ended', accountId, {}, organizationId),
    ],
    { answer: null },
  )
}

async function forgetOwed(call: Call, studentId: string, organizationId: string): Promise<void> {
  const own = part(call, 'owed')
  await commit(
    own,
    [
      call.db.run(sql`UPDATE reminders SET ended_at = ${call.now.getTime()}
        WHERE kind = 'owed' AND ended_at IS NULL AND organization_id = ${organizationId}
          AND submission_id IN (SELECT id FROM submissions WHERE student_id = ${studentId})`),
      auditEntry(own, 'reminders.ended', studentId, {}, organizationId),
    ],
    { answer: null },
  )
}
