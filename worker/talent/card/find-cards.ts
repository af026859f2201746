import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openName } from '../../accounts/account/open-account.ts'
import { actingOf } from '../../accounts/session/acting.ts'
import { namesToHideOf, readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { secretOf } from '../../foundation/crypto/secrets.ts'
import type { CardFacts, CardForm } from './card.ts'
import { Judgement, crowdOf, judgementOf } from './find-crowd.ts'
import { Crowd } from '../eligibility/crowd.ts'
import { isLive, isVisibleTo } from '../eligibility/find-visible.ts'
import { openExcerpt, openTexts } from '../visibility/open-profile.ts'

export interface CardRow {
  student_id: string
  consent_id: string
  name: string | null
  language: string
  names_to_hide: string
  headline: string | null
  summary: string | null
  regions: string
  remote: number
  hours_minimum: number | null
  hours_maximum: number | null
  start_month: string | null
  badges: string
}

/** The card for a pseudonym made with the current key, if this employer may see it now. */
export function findCard(call: Call, pseudonym: string) {
  const employerId = actingOf(call).organizationId
  const { id: keyId } = secretOf(call, 'PSEUDONYM_KEY')
  return call.db.all<CardRow>(sql`
    WITH people AS (
      SELECT v.student_id FROM pseudonyms ps JOIN visibilities v ON v.student_id = ps.student_id
      WHERE ps.organization_id = ${employerId} AND ps.pseudonym = ${pseudonym}
        AND ps.key_id = ${keyId} AND ${isVisibleTo(call, employerId)})
    ${cardColumns(call, 'full')} WHERE badges <> '[]'`)
}

/** The caller's own card as this employer would get it; no row if the employer gets none. */
export function findOwnCard(call: Call, employerId: string, form: CardForm) {
  return call.db.all<CardRow>(sql`
    WITH people AS (SELECT v.student_id FROM visibilities v
      WHERE v.student_id = ${call.actorId} AND ${isVisibleTo(call, employerId)})
    ${cardColumns(call, form)} WHERE badges <> '[]'`)
}

/** Selects the cards of `people`, a table that the surrounding WITH must define. */
export function cardColumns(call: Call, form: CardForm): SQL {
  const rubricHash = sql`(SELECT ac.rubric_version FROM achievements ac WHERE ac.id = live.achievement_id)`
  const judgement = form === 'full' ? judgementOf(rubricHash) : sql`NULL`
  return sql`
    SELECT v.student_id, v.consent_id, a.name, v.headline, v.summary, v.regions, v.remote,
      v.hours_minimum, v.hours_maximum, v.start_month, a.language,
      ${namesToHideOf(sql`v.student_id`)} AS names_to_hide,
      (SELECT json_group_array(json_object('credentialId', vc.credential_id, 'skill', vc.skill, 'level', vc.level, 'month', vc.month,
          'mentorReviewed', vc.mentor_reviewed, 'challengeTitle', vc.challenge_title, 'excerpt', vc.excerpt,
          'crowd', ${crowdOf(form)}, 'judgement', ${judgement}))
        FROM visible_credentials vc CROSS JOIN credentials live ON live.id = vc.credential_id
        WHERE vc.student_id = v.student_id AND ${isLive(call)}) AS badges
    FROM people CROSS JOIN visibilities v ON v.student_id = people.student_id
    CROSS JOIN accounts a ON a.id = v.student_id`
}

const Badges = v.array(
  v.object({
    credentialId: v.string(),
    skill: v.string(),
    level: v.number(),
    month: v.string(),
    mentorReviewed: v.pipe(
      v.number(),
      v.transform((value) => value === 1),
    ),
    challengeTitle: v.nullable(v.string()),
    excerpt: v.nullable(v.string()),
    crowd: Crowd,
    judgement: v.nullable(Judgement),
  }),
)

/** Opens the sealed texts of a row. */
export async function cardFactsOf(call: Call, row: CardRow): Promise<CardFacts> {
  const { hours_minimum: minimum, hours_maximum: maximum } = row
  const badges = v.parse(Badges, JSON.parse(row.badges))
  const [name, texts, excerpts] = await Promise.all([
    openName(call, row.student_id, row.name, ''),
    openTexts(call, row.student_id, row),
    allOf(badges, ({ credentialId, excerpt }) => openExcerpt(call, credentialId, excerpt)),
  ])
  return {
    name,
    programmeNames: readNamesToHide(row.names_to_hide),
    language: row.language,
    ...texts,
    regions: v.parse(v.array(v.string()), JSON.parse(row.regions)),
    remote: row.remote === 1,
    hoursPerWeek: minimum === null || maximum === null ? null : { minimum, maximum },
    startMonth: row.start_month,
    badges: badges.map((badge, index) => ({ ...badge, excerpt: excerpts[index] ?? null })),
  }
}
