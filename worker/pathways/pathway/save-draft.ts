import { and, eq } from 'drizzle-orm'

import { unaudited } from '../../audit/entry.ts'
import { staleVersion } from '../../attempts/problems.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { pathways } from '../tables.ts'
import type { SaveDraftInput } from './draft-input.ts'
import type { Pathway } from './find-own-pathway.ts'

/**
 * Saves the whole draft over the version it is based on. 409 `stale-version` if it was changed
 * elsewhere; a draft equal to the saved one is no conflict.
 */
export async function saveDraft(
  call: Call,
  { id, draft, version: saved }: Pathway,
  { version, ...written }: SaveDraftInput,
): Promise<{ version: number }> {
  if (JSON.stringify(written) === JSON.stringify(draft)) return { version: saved }
  return commit(
    call,
    [
      call.db
        .update(pathways)
        .set({ draft: JSON.stringify(written), version: version + 1 })
        .where(and(eq(pathways.id, id), eq(pathways.version, version))),
      guard(call, 'stale_version'),
      unaudited('draft'),
    ],
    { answer: { version: version + 1 }, conflicts: { stale_version: staleVersion } },
  )
}
