import { eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { pathwayNotPublished } from '../problems.ts'
import { pathways } from '../tables.ts'
import type { Pathway } from './find-own-pathway.ts'

/**
 * Offers the newest version to students, or stops that: nobody else can choose it then, and for
 * students on the pathway it goes on. 409 `pathway-not-published` if there is no version.
 */
export async function offerPathway(call: Call, { id, newest }: Pathway, isOffered: boolean) {
  if (newest === 0) throw pathwayNotPublished()
  const offered = isOffered ? newest : null
  return commit(
    call,
    [
      call.db.update(pathways).set({ offered }).where(eq(pathways.id, id)),
      auditEntry(call, isOffered ? 'pathway.offered' : 'pathway.withdrawn', id),
    ],
    { answer: { offered } },
  )
}
