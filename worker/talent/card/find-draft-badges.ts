import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { Crowd } from '../eligibility/crowd.ts'
import type { badgesToShow } from '../visibility/badges-to-show.ts'
import type { CardBadge } from './card.ts'
import { Judgement, crowdOf, judgementOf } from './find-crowd.ts'

type Drafted = ReturnType<typeof badgesToShow>[number]
export type DraftBadge = CardBadge & { credentialId: string; criteria: 'off' | 'on' | 'left-out' }

interface Row {
  crowd: string
  judgement: string | null
}

/**
 * The badges of a draft, with how finely each would be shown among the people who are visible now.
 */
export async function findDraftBadges(
  call: Call,
  badges: readonly Drafted[],
): Promise<DraftBadge[]> {
  const rows = await call.db.all<Row>(sql`
    WITH vc AS MATERIALIZED (
      SELECT key, ${call.actorId} AS student_id, value ->> 'skill' AS skill, value ->> 'level' AS level,
        value ->> 'month' AS month, value ->> 'regions' AS regions, value ->> 'countries' AS countries,
        value ->> 'levels' AS levels, value ->> 'signs' AS signs, value ->> 'rubricHash' AS rubric_hash
      FROM json_each(${JSON.stringify(badges)}))
    SELECT ${crowdOf('full')} AS crowd, ${judgementOf(sql`vc.rubric_hash`)} AS judgement
    FROM vc ORDER BY vc.key`)
  return badges.map((badge, index) => draftBadge(badge, rows[index]))
}

function draftBadge(badge: Drafted, row: Row | undefined): DraftBadge {
  const { credentialId, skill, level, month, mentorReviewed, challengeTitle, excerpt, signs } =
    badge
  const crowd = v.parse(Crowd, row?.crowd)
  const stored = row?.judgement ?? null
  const judgement = stored === null ? null : v.parse(Judgement, JSON.parse(stored))
  const criteria = signs === null ? 'off' : judgement ? 'on' : 'left-out'
  return {
    credentialId,
    skill,
    level,
    month,
    mentorReviewed,
    challengeTitle,
    excerpt: excerpt ?? null,
    crowd,
    judgement,
    criteria,
  }
}
