import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { challengeVersions } from '../../scenarios/tables.ts'
import { openDraft } from '../draft-text.ts'
import { attempts, drafts } from '../tables.ts'

export interface OwnDraft {
  attemptId: string
  promptId: string
  organizationId: string
  isOpen: boolean
  closesAt: Date
  text: string
  /** 0 if nothing was saved yet. */
  version: number
  savedAt: Date | null
}

/**
 * The draft of one prompt of the caller's attempt. Undefined if the attempt is not the caller's or
 * its challenge has no such prompt.
 */
export async function findDraft(
  call: Call,
  attemptId: string,
  promptId: string,
): Promise<OwnDraft | undefined> {
  const [row] = await ownDraft(call, attemptId, promptId)
  return row && readDraft(call, row, { attemptId, promptId })
}

/** `findDraft` as a query, for a batch with other reads. `readDraft` reads its row. */
export function ownDraft({ db, actorId }: Call, attemptId: string, promptId: string) {
  return db
    .select({
      organizationId: attempts.organizationId,
      state: attempts.state,
      closesAt: attempts.closesAt,
      text: drafts.text,
      version: drafts.version,
      savedAt: drafts.updatedAt,
    })
    .from(attempts)
    .innerJoin(challengeVersions, eq(challengeVersions.hash, attempts.versionHash))
    .leftJoin(drafts, and(eq(drafts.attemptId, attempts.id), eq(drafts.promptId, promptId)))
    .where(
      and(
        eq(attempts.id, attemptId),
        eq(attempts.studentId, actorId),
        sql`EXISTS (SELECT 1 FROM json_each(${challengeVersions.body}, '$.challenge.prompts')
          WHERE key = ${promptId})`,
      ),
    )
}

type Row = Awaited<ReturnType<typeof ownDraft>>[number]

export async function readDraft(
  call: Call,
  row: Row,
  place: Pick<OwnDraft, 'attemptId' | 'promptId'>,
): Promise<OwnDraft> {
  const { organizationId, state, closesAt, text, version, savedAt } = row
  return {
    ...place,
    organizationId,
    isOpen: state === 'open',
    closesAt,
    text: await openDraft(call, place, text),
    version: version ?? 0,
    savedAt,
  }
}
