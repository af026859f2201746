import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { behind, type PageQuery, pageOf } from '../../foundation/text/page.ts'

const pageSize = 20

interface Judged {
  challenge_id: string
  title: string
  at: number
}
type ReviewRow = Judged & { id: string; role: 'peer' | 'mentor' }

/**
 * A page of the reviews that the caller has handed in and not undone, the newest first, with the
 * practice answers that they judged in the time the page covers. Shows neither author nor answer
 * nor decision.
 */
export async function findOwnReviews({ db, actorId }: Call, query: PageQuery) {
  const isOwn = sql`reviewer_id = ${actorId}`
  const [rows, practised] = await db.batch([
    db.all<ReviewRow>(sql`
      SELECT r.id, r.role, v.challenge_id, v.title, r.handed_in_at AS at FROM reviews r
      LEFT JOIN submissions s ON s.id = r.submission_id
      LEFT JOIN hidden_items i ON i.id = r.item_id
      JOIN challenge_versions v ON v.hash = coalesce(s.version_hash, i.version_hash)
      WHERE ${isOwn} AND r.withdrawn_at IS NULL ${behind(
        query,
        (after) => sql`(r.handed_in_at, r.id) <
          (SELECT +handed_in_at, +id FROM reviews WHERE id = ${after} AND ${isOwn})`,
      )}
      ORDER BY r.handed_in_at DESC, r.id DESC LIMIT ${pageSize + 1}`),
    // Needs no LIMIT: a challenge has only two or three practice answers.
    db.all<Judged>(sql`
      SELECT p.challenge_id, v.title, p.at FROM practice_results p
      JOIN challenge_versions v ON v.hash = p.version_hash
      WHERE p.account_id = ${actorId} AND (${query.after ?? null} IS NULL
        OR p.at < (SELECT handed_in_at FROM reviews WHERE id = ${query.after ?? null} AND ${isOwn}))`),
  ])
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  const since = next === null ? 0 : (shown.at(-1)?.at ?? 0)
  const judged = [
    ...shown.map((row) => view(row, row.role)),
    ...practised.filter(({ at }) => at >= since).map((row) => view(row, 'practice')),
  ]
  return { judged: judged.toSorted((one, other) => other.at.localeCompare(one.at)), next }
}

function view(
  { challenge_id: challengeId, title, at }: Judged,
  as: 'peer' | 'mentor' | 'practice',
) {
  return { challengeId, title, as, at: new Date(at).toISOString() }
}
