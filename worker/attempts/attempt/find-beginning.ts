import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { challenges, challengeVersions } from '../../scenarios/tables.ts'
import { attempts, forgoneChallenges } from '../tables.ts'

const Ink = v.record(v.string(), v.unknown())
const PromptIds = v.array(v.string())

/**
 * What starting a challenge depends on: its current version, the student's attempts, and whether
 * the student has given up taking it. `unsentId`: the latest attempt at it with drafts that were
 * never handed in, because it or its last round lapsed.
 */
export async function findBeginning(call: Call, challengeId: string) {
  const { db, actorId } = call
  const body = challengeVersions.body
  const isTheirs = or(
    isNull(challenges.organizationId),
    eq(challenges.organizationId, actingOf(call).organizationId),
  )
  const [[found], earlier, [forgone], unsent] = await db.batch([
    db
      .select({
        id: challenges.id,
        retiredAt: challenges.retiredAt,
        hash: challengeVersions.hash,
        skill: sql<string>`${challenges.skill}`.as('challenge_skill'),
        ink: sql<string>`json_extract(${body}, '$.ink')`.as('ink'),
        promptIds: sql<string>`(
          SELECT json_group_array(key) FROM json_each(${body}, '$.challenge.prompts'))`.as(
          'prompts',
        ),
      })
      .from(challenges)
      .innerJoin(challengeVersions, eq(challengeVersions.hash, challenges.currentHash))
      .where(and(eq(challenges.id, challengeId), isTheirs)),
    db
      .select()
      .from(attempts)
      .where(eq(attempts.studentId, actorId))
      .orderBy(desc(attempts.startedAt))
      .limit(100),
    db
      .select()
      .from(forgoneChallenges)
      .where(
        and(
          eq(forgoneChallenges.accountId, actorId),
          eq(forgoneChallenges.challengeId, challengeId),
        ),
      ),
    db.all<{ id: string }>(sql`
      SELECT a.id FROM attempts a
      WHERE a.student_id = ${actorId} AND a.challenge_id = ${challengeId} AND (a.state = 'lapsed'
        OR EXISTS (SELECT 1 FROM revisions r
          WHERE r.attempt_id = a.id AND r.round > a.round AND r.lapsed_at IS NOT NULL))
      ORDER BY a.started_at DESC LIMIT 1`),
  ])
  const challenge = found && {
    ...found,
    ink: v.parse(Ink, JSON.parse(found.ink)),
    promptIds: v.parse(PromptIds, JSON.parse(found.promptIds)),
  }
  return { challenge, earlier, isForgone: forgone !== undefined, unsentId: unsent[0]?.id }
}
