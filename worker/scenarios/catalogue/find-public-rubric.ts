import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import { type RubricInWords, rubricInWords } from './catalogue.ts'

/**
 * SQL: whether a rubric, by its hash, belongs to a public challenge. A rubric that only a
 * programme's own challenges use would reveal the programme.
 */
export function isPublicRubric(rubricHash: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM challenge_versions pv CROSS JOIN challenges pc ON pc.id = pv.challenge_id
    WHERE pv.rubric_hash = ${rubricHash} AND pc.organization_id IS NULL)`
}

export interface PublicRubric {
  skill: string
  rubric: RubricInWords
  /** The first six digits of the rubric's hash. */
  version: string
  /** Whether a public challenge that can be started uses it. */
  isPresent: boolean
}

interface Row {
  hash: string
  body: string
  present: number
}

/**
 * The rubric of a skill today: that of the public challenge whose current version was published
 * last.
 */
export async function findPresentRubric(
  { db }: Call,
  skill: string,
): Promise<PublicRubric | undefined> {
  const [row] = await db.all<Row>(sql`
    SELECT r.hash, r.body, 1 AS present FROM challenges c
    JOIN challenge_versions v ON v.hash = c.current_hash JOIN rubric_versions r ON r.hash = v.rubric_hash
    WHERE c.organization_id IS NULL AND c.retired_at IS NULL AND c.skill = ${skill}
    ORDER BY v.published_at DESC, v.hash LIMIT 1`)
  return row && publicRubric(skill, row)
}

/**
 * A version of a skill's rubric, by its hash. It may be an earlier one, but only of public
 * challenges.
 */
export async function findRubricVersion(
  { db }: Call,
  skill: string,
  hash: string,
): Promise<PublicRubric | undefined> {
  const [row] = await db.all<Row>(sql`
    SELECT r.hash, r.body, EXISTS (SELECT 1 FROM challenge_versions v
      CROSS JOIN challenges c ON c.id = v.challenge_id AND c.current_hash = v.hash
      WHERE v.rubric_hash = r.hash AND c.organization_id IS NULL AND c.retired_at IS NULL) AS present
    FROM rubric_versions r WHERE r.hash = ${hash} AND r.skill = ${skill} AND ${isPublicRubric(sql`r.hash`)}`)
  return row && publicRubric(skill, row)
}

function publicRubric(skill: string, { hash, body, present }: Row): PublicRubric {
  const rubric = rubricInWords(readRubric(body))
  return { skill, rubric, version: hash.slice(0, 6), isPresent: present === 1 }
}
