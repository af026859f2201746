import { and, desc, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { type OwnDraft, ownDraft, readDraft } from './find-draft.ts'
import { attempts, supersededDrafts } from '../tables.ts'

export interface EarlierText {
  id: string
  text: string
  lostAt: Date
}

/**
 * The draft of one prompt of the caller's attempt, with its superseded texts, the newest first; at
 * most twenty are kept. Undefined if the challenge has no such prompt. One round trip.
 */
export async function findDraftWithEarlierTexts(
  call: Call,
  attemptId: string,
  promptId: string,
): Promise<{ draft: OwnDraft; texts: EarlierText[] } | undefined> {
  const [[row], rows] = await call.db.batch([
    ownDraft(call, attemptId, promptId),
    call.db
      .select({
        id: supersededDrafts.id,
        text: supersededDrafts.text,
        lostAt: supersededDrafts.supersededAt,
      })
      .from(supersededDrafts)
      .innerJoin(attempts, eq(attempts.id, supersededDrafts.attemptId))
      .where(
        and(
          eq(supersededDrafts.attemptId, attemptId),
          eq(supersededDrafts.promptId, promptId),
          eq(attempts.studentId, call.actorId),
        ),
      )
      .orderBy(desc(supersededDrafts.supersededAt), sql`${supersededDrafts}.rowid DESC`),
  ])
  if (!row) return undefined
  const texts = await allOf(rows, async (row) => ({
    ...row,
    text: await open(call, supersededDrafts.text, row.id, row.text),
  }))
  return { draft: await readDraft(call, row, { attemptId, promptId }), texts }
}
