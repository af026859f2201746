import { and, eq, isNull, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import { isSkill, skills } from '../../skills/skill.ts'
import { rubricVersions } from '../../skills/tables.ts'
import { type CataloguePage, cataloguePage } from './catalogue.ts'
import { Challenge } from '../challenge/challenge.ts'
import { isPilot } from '../challenge/pilot.ts'
import { challenges, challengeVersions } from '../tables.ts'

/** Challenges that belong to no programme and can be started, sorted by skill and title. */
export async function findCatalogue(call: Call) {
  const found = await call.db
    .select({
      id: challengeVersions.challengeId,
      title: challengeVersions.title,
      summary: challengeVersions.summary,
      setting: challengeVersions.setting,
      skill: challengeVersions.skill,
      minutes: minutesToPlay,
      difficulty: challengeVersions.difficulty,
      language: challengeVersions.language,
      promptCount: challengeVersions.promptCount,
      decideWithinDays: challengeVersions.decideWithinDays,
    })
    .from(challenges)
    .innerJoin(challengeVersions, eq(challengeVersions.hash, challenges.currentHash))
    .where(isOnOffer)
    .orderBy(challengeVersions.skill, challengeVersions.title)
    .limit(100)
  return found.map((entry) => ({ ...entry, skillName: nameOf(entry.skill) }))
}

export type CatalogueEntry = Awaited<ReturnType<typeof findCatalogue>>[number]

/** One challenge of the catalogue, with its rubric in plain words. */
export async function findCataloguePage(
  call: Call,
  challengeId: string,
): Promise<CataloguePage | undefined> {
  const row = await call.db
    .select({
      hash: challengeVersions.hash,
      challenge: sql<string>`json_extract(${challengeVersions.body}, '$.challenge')`,
      rubric: rubricVersions.body,
      minutes: minutesToPlay,
      pilot: isPilot(sql`${challengeVersions.hash}`),
    })
    .from(challenges)
    .innerJoin(challengeVersions, eq(challengeVersions.hash, challenges.currentHash))
    .innerJoin(rubricVersions, eq(rubricVersions.hash, challengeVersions.rubricHash))
    .where(and(eq(challenges.id, challengeId), isOnOffer))
    .get()
  if (!row) return undefined
  const challenge = v.parse(Challenge, JSON.parse(row.challenge))
  const played = { ...challenge, minutes: row.minutes }
  return cataloguePage(played, row.hash, readRubric(row.rubric), row.pilot === 1)
}

const isOnOffer = and(isNull(challenges.organizationId), isNull(challenges.retiredAt))

/**
 * The median minutes that people took, or the minutes of challenge.yaml while too few have
 * submitted.
 */
export const minutesToPlay =
  sql<number>`coalesce(${challenges.playedMinutes}, ${challengeVersions.minutes})`.as(
    'minutes_to_play',
  )

const nameOf = (skill: string) => (isSkill(skill) ? skills[skill].name : skill)
