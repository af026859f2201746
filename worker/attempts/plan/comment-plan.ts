import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { planComments } from '../tables.ts'
import type { CommentPlanInput } from './comment-plan-input.ts'
import type { CoachedPlan } from './find-coached-plans.ts'
import { sealComment } from './plan-text.ts'

/** A coach's remark on a student's plan. A second one replaces the first. */
export async function commentPlan(call: Call, plan: CoachedPlan, { words }: CommentPlanInput) {
  const { attemptId, round, studentId } = plan
  const sealed = await sealComment(call, plan, studentId, words)
  const said = { words: sealed, at: call.now }
  // The answer is stored in clear, for a retry. The words are not part of it.
  const saved = await commit(
    call,
    [
      call.db
        .insert(planComments)
        .values({ attemptId, round, mentorId: call.actorId, ...said })
        .onConflictDoUpdate({
          target: [planComments.attemptId, planComments.round, planComments.mentorId],
          set: said,
        }),
      auditEntry(call, 'attempt.plan-commented', attemptId, { round }),
    ],
    { answer: { at: call.now.toISOString() } },
  )
  return { words, ...saved }
}
