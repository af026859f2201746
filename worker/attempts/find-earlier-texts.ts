import { and, desc, eq, sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import { open } from '../foundation/seal.ts'
import { challengeVersions } from '../scenarios/tables.ts'
import { isOwnPrompt } from './find-draft.ts'
import { attempts, draftLosers } from './tables.ts'

export interface EarlierText {
  id: string
  text: string
  lostAt: Date
}

/**
 * Texts of one's own answer that were not gone on with, the newest first; twenty at most are kept.
 * Undefined where there is no such attempt of theirs, or no such prompt in it. One round trip.
 */
export async function findEarlierTexts(
  { db, actorId }: Call,
  attemptId: string,
  promptId: string,
): Promise<EarlierText[] | undefined> {
  const [own, rows] = await db.batch([
    db
      .select({ id: attempts.id })
      .from(attempts)
      .innerJoin(challengeVersions, eq(challengeVersions.hash, attempts.versionHash))
      .where(isOwnPrompt(actorId, attemptId, promptId)),
    db
      .select({ id: draftLosers.id, text: draftLosers.text, lostAt: draftLosers.lostAt })
      .from(draftLosers)
      .innerJoin(attempts, eq(attempts.id, draftLosers.attemptId))
      .where(
        and(
          eq(draftLosers.attemptId, attemptId),
          eq(draftLosers.promptId, promptId),
          eq(attempts.studentId, actorId),
        ),
      )
      .orderBy(desc(draftLosers.lostAt), sql`${draftLosers}.rowid DESC`),
  ])
  if (own.length === 0) return undefined
  return rows.map(({ text, ...row }) => ({ ...row, text: open(text) }))
}
