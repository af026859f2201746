import { sql } from 'drizzle-orm'

import { unaudited } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { Problem } from '../../foundation/call/problem.ts'
import type { Sealed } from '../../foundation/crypto/seal.ts'
import { isOver, overBefore } from '../attempt/attempt.ts'
import type { OwnDraft } from './find-draft.ts'
import { sealDraft } from '../draft-text.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { attemptNotOpen, staleVersion } from '../problems.ts'
import type { SaveDraftInput } from './save-draft-input.ts'

/**
 * Saves a text over the version it is based on. If that version is outdated, the text is kept as
 * superseded and refused as 409 `stale-version`. A text equal to the saved one is no conflict.
 */
export async function saveDraft(call: Call, draft: OwnDraft, { text, version }: SaveDraftInput) {
  if (!draft.isOpen || isOver(draft, call.now)) throw attemptNotOpen()
  const saved = { promptId: draft.promptId, version: version + 1, savedAt: call.now.toISOString() }
  if (draft.version > 0 && draft.text === text) {
    const savedAt = draft.savedAt?.toISOString() ?? saved.savedAt
    return { ...saved, version: draft.version, savedAt }
  }
  const sealed = await sealDraft(call, draft, text)
  try {
    return await commit(
      call,
      [
        write(call, draft, { text: sealed, version }),
        guard(call, 'stale_version'),
        unaudited('draft'),
      ],
      {
        answer: saved,
        conflicts: { stale_version: staleVersion },
      },
    )
  } catch (error) {
    const isStale = error instanceof Problem && error.kind.type === 'stale-version'
    if (isStale && text.trim() !== '') await keepSuperseded(call, draft, text)
    throw error
  }
}

/**
 * Changes one row if this is the first text or its version is current, otherwise none. If the
 * attempt ended since it was read, it also changes none and is refused as `stale-version`; the next
 * try is refused because the attempt is over.
 */
function write(
  call: Call,
  { attemptId, promptId }: OwnDraft,
  { text, version }: { text: Sealed; version: number },
) {
  const at = call.now.getTime()
  const stillOpen = sql`EXISTS (
    SELECT 1 FROM attempts WHERE id = ${attemptId} AND state = 'open'
      AND closes_at > ${overBefore(call.now).getTime()})`
  if (version > 0) {
    return call.db.run(sql`
      UPDATE drafts SET text = ${text}, version = version + 1, updated_at = ${at}
      WHERE attempt_id = ${attemptId} AND prompt_id = ${promptId} AND version = ${version}
        AND ${stillOpen}`)
  }
  return call.db.run(sql`
    INSERT INTO drafts (attempt_id, prompt_id, text, version, updated_at)
    SELECT ${attemptId}, ${promptId}, ${text}, 1, ${at}
    WHERE ${stillOpen} AND NOT EXISTS (
      SELECT 1 FROM drafts WHERE attempt_id = ${attemptId} AND prompt_id = ${promptId})`)
}
