import { and, desc, eq, sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import { open } from '../foundation/seal.ts'
import type { OwnDraft } from './find-draft.ts'
import { attempts, draftLosers } from './tables.ts'

export interface EarlierText {
  id: string
  text: string
  lostAt: Date
}

/** Texts of one's own answer that were not gone on with, the newest first; twenty at most are kept. */
export async function findEarlierTexts(
  { db, actorId }: Call,
  { attemptId, promptId }: Pick<OwnDraft, 'attemptId' | 'promptId'>,
): Promise<EarlierText[]> {
  const rows = await db
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
    .orderBy(desc(draftLosers.lostAt), sql`${draftLosers}.rowid DESC`)
  return rows.map(({ text, ...row }) => ({ ...row, text: open(text) }))
}
