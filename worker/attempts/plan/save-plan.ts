import { sql } from 'drizzle-orm'

import { unaudited } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { isOver, overBefore } from '../attempt/attempt.ts'
import { planNotOpen, staleVersion } from '../problems.ts'
import { revisionPlans } from '../tables.ts'
import type { OwnPlan } from './find-plan.ts'
import { sealLines } from './plan-text.ts'
import type { SavePlanInput } from './save-plan-input.ts'

/**
 * Saves the whole plan over the version it is based on. 409 `stale-version` if it was changed
 * elsewhere; a plan equal to the saved one is no conflict. 409 `plan-not-open` after the round.
 */
export async function savePlan(
  call: Call,
  plan: OwnPlan,
  { lines, ended, version }: SavePlanInput,
): Promise<{ version: number }> {
  if (!plan.isOpen || isOver(plan, call.now)) throw planNotOpen()
  if (isSame(plan, { lines, ended })) return { version: plan.version }

  const { attemptId, round } = plan
  const rows = await sealLines(call, plan, lines)
  const isPlan = sql`attempt_id = ${attemptId} AND round = ${round}`
  return commit(
    call,
    [
      call.db.run(sql`
        UPDATE revisions SET plan_version = plan_version + 1, plan_ended = ${ended ? 1 : 0}
        WHERE ${isPlan} AND plan_version = ${version} AND EXISTS (
          SELECT 1 FROM attempts a WHERE a.id = ${attemptId} AND a.state = 'open'
            AND a.round = ${round} AND a.closes_at > ${overBefore(call.now).getTime()})`),
      guard(call, 'stale_version'),
      call.db.delete(revisionPlans).where(isPlan),
      ...(rows.length > 0 ? [call.db.insert(revisionPlans).values(rows)] : []),
      unaudited('draft'),
    ],
    { answer: { version: version + 1 }, conflicts: { stale_version: staleVersion } },
  )
}

function isSame(plan: OwnPlan, { lines, ended }: Pick<SavePlanInput, 'lines' | 'ended'>): boolean {
  return ended === plan.ended && JSON.stringify(lines) === JSON.stringify(plan.lines)
}
