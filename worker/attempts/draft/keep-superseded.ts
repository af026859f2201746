import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import type { OwnDraft } from './find-draft.ts'
import { supersededDrafts } from '../tables.ts'

const most = 20

/** Keeps a superseded text, so that its author can find it again. The newest twenty are kept. */
export async function keepSuperseded(
  call: Call,
  { attemptId, promptId }: OwnDraft,
  text: string,
): Promise<{ id: string }> {
  const id = newId()
  const superseded = {
    id,
    attemptId,
    promptId,
    text: await seal(call, supersededDrafts.text, id, accountOwner(call.actorId), text),
    supersededAt: call.now,
  }
  return commit(
    part(call, 'superseded'),
    [
      call.db.insert(supersededDrafts).values(superseded),
      call.db.run(sql`
        DELETE FROM superseded_drafts WHERE attempt_id = ${attemptId} AND prompt_id = ${promptId}
          AND id NOT IN (
            SELECT id FROM superseded_drafts WHERE attempt_id = ${attemptId} AND prompt_id = ${promptId}
            ORDER BY superseded_at DESC, rowid DESC LIMIT ${most})`),
      auditEntry(call, 'draft.lost', attemptId, { promptId }),
    ],
    { answer: { id: superseded.id } },
  )
}
