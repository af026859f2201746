import { sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { connect } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
const daysBack = 60
const atOnce = 50

/**
 * Runs every hour. If a proficient decision has no badge after an hour, its note `decision.made` is
 * written again, at most once a day. Leaves out students who have a live badge of that programme
 * and skill. If the note was not lost after all, a second run of its reactions changes nothing.
 */
export async function renewLostAwards(env: Bindings, now: Date): Promise<number> {
  const day = Math.floor(now.getTime() / dayMs)
  const lost = await findLost(env, now, day)
  await tryEach(lost, async ({ id, organizationId }) => {
    const call = systemCall(env, keyOf(id, day), now)
    await commit(
      call,
      [note(call, 'decision.made', id), auditEntry(call, 'award.renewed', id, {}, organizationId)],
      { answer: null },
    )
  })
  return lost.length
}

const keyOf = (decisionId: string, day: number) => `renew:award:${decisionId}:${day}`

/**
 * Reads `awaited_awards`, the proficient decisions without a badge, which database triggers keep up
 * to date (migration 0027). Leaves out decisions whose note was written again today; otherwise the
 * same ones could fill every run.
 */
function findLost(env: Bindings, now: Date, day: number) {
  const [from, until] = [now.getTime() - daysBack * dayMs, now.getTime() - hourMs]
  return connect(databaseOf(env)).all<{ id: string; organizationId: string }>(sql`
    SELECT d.id, s.organization_id AS organizationId
    FROM awaited_awards w CROSS JOIN decisions d ON d.id = w.decision_id
      CROSS JOIN submissions s ON s.id = d.submission_id
    WHERE w.decided_at BETWEEN ${from} AND ${until}
      AND NOT EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.account_id = 'system'
        AND k.key = printf(${keyOf('%s', day)}, d.id))
      AND NOT EXISTS (
        SELECT 1 FROM credentials c JOIN achievements a ON a.id = c.achievement_id
        WHERE c.student_id = s.student_id AND c.ended_at IS NULL AND c.expired_at IS NULL AND c.state <> 'failed'
          AND a.organization_id = s.organization_id AND a.skill = s.skill)
    ORDER BY w.decided_at DESC LIMIT ${atOnce}`)
}
