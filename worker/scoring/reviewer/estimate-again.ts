import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { estimateRoundOf } from '../estimate/estimate-round.ts'

/** How many rounds one note estimates; another note does the next ones. */
const atOnce = 5

/**
 * Reaction to reviewer.measured (an account's id): a reviewer's figures have changed, so the open
 * rounds with a review of theirs are estimated again, a few at a time. Closed rounds never are.
 */
export async function estimateAgain(
  call: Call,
  { subjectId: accountId, payload: { role, after } }: Note<'reviewer.measured'>,
): Promise<void> {
  const found = await findOpen(call, accountId, role, after)
  const rounds = found.slice(0, atOnce)
  for (const reviewId of rounds) await estimateRoundOf(part(call, reviewId), reviewId)
  const last = rounds.at(-1)
  if (found.length <= atOnce || !last) return
  const following = { payload: { role, after: last } }
  await commit(
    part(call, 'following'),
    [
      note(call, 'reviewer.measured', accountId, following),
      auditEntry(call, 'review.rescored', accountId, { rounds: rounds.length }, null),
    ],
    { answer: null },
  )
}

/** A review of each open round, in the order of their ids; one more than are estimated at once. */
async function findOpen(
  { db, now }: Call,
  accountId: string,
  role: 'peer' | 'mentor',
  after = '',
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT w.id FROM reviews w
    CROSS JOIN submissions s ON s.id = w.submission_id
    CROSS JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round AND r.state = 'open'
    WHERE w.reviewer_id = ${accountId} AND w.role = ${role} AND w.withdrawn_at IS NULL
      AND w.effective_at <= ${now.getTime()} AND w.id > ${after}
    ORDER BY w.id LIMIT ${atOnce + 1}`)
  return rows.map(({ id }) => id)
}
