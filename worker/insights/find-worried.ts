import { sql } from 'drizzle-orm'

import { openName } from '../accounts/account/open-account.ts'
import type { Acting, Call } from '../foundation/call/call.ts'
import { allOf } from '../foundation/crypto/all-of.ts'
import { everSharedWith } from '../reviews/sharing/ever-shared-with.ts'

interface Row {
  submission_id: string
  title: string
  skill: string
  handed_in_at: number
  given_back_at: number
  by_mentor: number
  mentor_id: string | null
  mentor: string | null
}

const shownForDays = 60

/**
 * Answers that were given back because they worried the reviewer, the newest first, without their
 * authors. Names the reviewer if it was a mentor of the programme, so that admins can ask them, but
 * not if it was a student or somebody of a programme that shares reviewers. Does not say whether the author has a coach: admins know who is coached, so they could
 * guess the author.
 */
export async function findWorried(call: Call, { organizationId }: Acting) {
  const since = call.now.getTime() - shownForDays * 86_400_000
  const rows = await call.db.all<Row>(sql`
    WITH given_back AS MATERIALIZED (
      SELECT c.submission_id, max(c.ended_at) AS at,
        max(c.role = 'mentor') AS by_mentor,
        max(CASE WHEN c.role = 'mentor' AND c.organization_id = ${organizationId}
          THEN c.reviewer_id END) AS mentor_id
      FROM claims c WHERE c.organization_id IN ${everSharedWith(sql`${organizationId}`)}
        AND c.release_reason = 'distressing' AND c.ended_at > ${since}
      GROUP BY c.submission_id)
    SELECT g.submission_id, v.title, s.skill, u.at AS handed_in_at, g.at AS given_back_at, g.by_mentor, g.mentor_id, a.name AS mentor
    FROM given_back g CROSS JOIN submissions u ON u.id = g.submission_id
      AND u.organization_id = ${organizationId}
    JOIN challenge_versions v ON v.hash = u.version_hash
    JOIN attempts s ON s.id = u.attempt_id LEFT JOIN accounts a ON a.id = g.mentor_id
    ORDER BY g.at DESC LIMIT 50`)
  return { worried: await allOf(rows, (row) => worriedView(call, row)), days: shownForDays }
}

export interface WorriedAuthor {
  submissionId: string
  studentId: string
  /** Sealed; null if not known. */
  name: string | null
}

/**
 * The author of an answer that worried a reviewer in the last 60 days, if the author is still a
 * student of this programme.
 */
export async function findWorriedAuthor(
  call: Call,
  { organizationId }: Acting,
  submissionId: string,
): Promise<WorriedAuthor | undefined> {
  const since = call.now.getTime() - shownForDays * 86_400_000
  const [row] = await call.db.all<{ student_id: string; name: string | null }>(sql`
    SELECT u.student_id, a.name FROM submissions u JOIN accounts a ON a.id = u.student_id
    WHERE u.id = ${submissionId} AND u.organization_id = ${organizationId}
      AND EXISTS (SELECT 1 FROM claims c WHERE c.submission_id = u.id
        AND c.release_reason = 'distressing'
        AND c.ended_at > ${since})
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = u.student_id
        AND m.organization_id = ${organizationId} AND m.role = 'student' AND m.ended_at IS NULL)`)
  return row && { submissionId, studentId: row.student_id, name: row.name }
}

async function worriedView(call: Call, row: Row) {
  return {
    submissionId: row.submission_id,
    challengeTitle: row.title,
    skill: row.skill,
    handedInAt: new Date(row.handed_in_at),
    givenBackAt: new Date(row.given_back_at),
    byMentor: row.by_mentor === 1,
    /** Null: a student or somebody of another programme. */
    mentor: await openName(call, row.mentor_id, row.mentor, null),
  }
}
