import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { openOr } from '../../foundation/crypto/seal.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import {
  priorLearningClaims as claims,
  priorLearningJobs as jobs,
  priorLearningParts as parts,
} from '../tables.ts'
import { decisionOf, type JudgedRow, judged } from './find-judged.ts'
import { openJobs, openLinks, openPart, type TypedJob } from './open-claim.ts'
import { possibleMentors } from './possible-mentors.ts'

type Claim = typeof claims.$inferSelect

/** A claim of the caller with everything that was typed. */
export interface OwnClaim {
  claim: Claim
  leftSchoolOn: string | null
  links: string[]
  jobs: TypedJob[]
  parts: { competency: string; text: string; version: number; updatedAt: Date }[]
  /** What it is judged by: the version it was handed in on, else the present one. */
  version: ChallengeVersion
  versionHash: string
  /** The programme in which the caller is a student now; where a hand-in goes. */
  organizationId: string | null
  /** How many mentors there may judge it, up to nine. */
  mentors: number
  judged: ReturnType<typeof decisionOf>
}

/** Undefined if it is somebody else's or does not exist. One round trip. */
export async function findOwnClaim(
  call: Call,
  { claimId = '' }: Record<string, string>,
): Promise<OwnClaim | undefined> {
  const { db, actorId } = call
  const isOwn = and(eq(claims.id, claimId), eq(claims.studentId, actorId))
  const ofOwn = sql`(SELECT id FROM prior_learning_claims
    WHERE id = ${claimId} AND student_id = ${actorId})`
  const [[claim], jobRows, partRows, [version], [home], [decided]] = await db.batch([
    db.select().from(claims).where(isOwn),
    db
      .select()
      .from(jobs)
      .where(sql`${jobs.claimId} = ${ofOwn}`)
      .orderBy(jobs.number),
    db
      .select()
      .from(parts)
      .where(sql`${parts.claimId} = ${ofOwn}`),
    db.all<{ hash: string; body: string }>(sql`
      SELECT v.hash, v.body FROM prior_learning_claims c
      LEFT JOIN attempts a ON a.id = c.attempt_id
      JOIN challenges h ON h.skill = c.skill AND h.kind = 'prior-learning'
      JOIN challenge_versions v ON v.hash = coalesce(a.version_hash, h.current_hash)
      WHERE c.id = ${ofOwn}`),
    possibleMentors(call),
    db.all<JudgedRow>(judged(sql`c.id = ${ofOwn}`)),
  ])
  if (!claim || !version) return undefined
  return {
    claim,
    leftSchoolOn:
      (await openOr(call, claims.leftSchoolOn, claim.id, claim.leftSchoolOn, '')) || null,
    links: await openLinks(call, claim.id, claim.links),
    jobs: await openJobs(call, jobRows),
    parts: await allOf(partRows, async (part) => {
      const { competency, version: saved, updatedAt } = part
      return { competency, text: await openPart(call, part), version: saved, updatedAt }
    }),
    version: readChallengeVersion(version.body),
    versionHash: version.hash,
    organizationId: home?.organization_id ?? null,
    mentors: home?.mentors ?? 0,
    judged: decisionOf(decided),
  }
}
