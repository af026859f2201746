import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import type { OwnDraft } from './find-draft.ts'
import { draftLosers } from '../tables.ts'

const kept = 20

/** Puts a text aside, so that its author can find it again. The newest twenty are kept. */
export async function keepLoser(
  call: Call,
  { attemptId, promptId }: OwnDraft,
  text: string,
): Promise<{ id: string }> {
  const loser = { id: newId(), attemptId, promptId, text: await seal(text), lostAt: call.now }
  return commit(
    part(call, 'loser'),
    [
      call.db.insert(draftLosers).values(loser),
      call.db.run(sql`
        DELETE FROM draft_losers WHERE attempt_id = ${attemptId} AND prompt_id = ${promptId}
          AND id NOT IN (
            SELECT id FROM draft_losers WHERE attempt_id = ${attemptId} AND prompt_id = ${promptId}
            ORDER BY lost_at DESC, rowid DESC LIMIT ${kept})`),
      auditEntry(call, 'draft.lost', attemptId, { promptId }),
    ],
    { answer: { id: loser.id } },
  )
}
