import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { History } from './history.ts'

interface CredentialRow {
  skill: string
  lineage_id: string
  level: number
  valid_until: number | null
  revoked_at: number | null
  alignments: string
}

interface ProficientRow {
  challenge_id: string
  revoked_at: number | null
}

interface AttestationRow {
  organization_id: string
  title: string
  ended_at: number | null
}

/**
 * SQL for the one reader of what a person has, for a batch with other reads. A badge that was
 * replaced is left out, because the one in its place counts.
 */
export const factStatements = (
  studentId: string,
): Record<'badges' | 'challenges' | 'seen', SQL> => ({
  badges: sql`
    SELECT a.skill, c.lineage_id, c.level, c.valid_until,
      CASE e.kind WHEN 'revoked' THEN e.at END AS revoked_at,
      (SELECT json_group_array(t.value ->> '$.targetUrl')
        FROM json_each(a.definition, '$.alignment') t) AS alignments
    FROM credentials c JOIN achievements a ON a.id = c.achievement_id
    LEFT JOIN credential_ends e ON e.credential_id = c.id
    WHERE c.student_id = ${studentId} AND c.state = 'signed' AND a.kind = 'skill'
      AND e.kind IS NOT 'replaced'`,
  challenges: sql`
    SELECT s.challenge_id, CASE e.kind WHEN 'revoked' THEN e.at END AS revoked_at
    FROM submissions s JOIN decisions d ON d.submission_id = s.id AND d.state = 'proficient'
    LEFT JOIN credentials c ON c.decision_id = d.id
    LEFT JOIN credential_ends e ON e.credential_id = c.id
    WHERE s.student_id = ${studentId} AND s.kind = 'attempt'`,
  seen: sql`
    SELECT organization_id, title, ended_at FROM attestations WHERE student_id = ${studentId}`,
})

export interface FactRows {
  badges: CredentialRow[]
  challenges: ProficientRow[]
  seen: AttestationRow[]
}

const Alignments = v.array(v.nullable(v.string()))

export function historyOf({ badges, challenges, seen }: FactRows): History {
  return {
    credentials: badges.map((row) => ({
      skill: row.skill,
      lineageId: row.lineage_id,
      level: row.level,
      validUntil: row.valid_until,
      revokedAt: row.revoked_at,
      alignments: v.parse(Alignments, JSON.parse(row.alignments)).filter((uri) => uri !== null),
    })),
    proficient: challenges.map(({ challenge_id, revoked_at }) => ({
      challengeId: challenge_id,
      revokedAt: revoked_at,
    })),
    attestations: seen.map(({ organization_id, title, ended_at }) => ({
      organizationId: organization_id,
      title,
      endedAt: ended_at,
    })),
  }
}
