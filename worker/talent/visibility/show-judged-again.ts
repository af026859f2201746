import { eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { visibleCredentials } from '../tables.ts'
import { cardFactsOf, findShowableBadges, levelsOf } from './find-showable-badges.ts'

/**
 * Reaction to credential.judged-again: the student's card says what the badge rests on now. The
 * excerpt and the signs are about the earlier text, so they are removed; the student can choose new
 * ones. Does nothing if the badge is not on a card.
 */
export async function showJudgedAgain(call: Call, { subjectId }: Note): Promise<void> {
  const isIt = eq(visibleCredentials.credentialId, subjectId)
  const shown = await call.db
    .select({ studentId: visibleCredentials.studentId })
    .from(visibleCredentials)
    .where(isIt)
    .get()
  if (!shown) return
  const badges = await findShowableBadges(call, shown.studentId)
  const badge = badges.find(({ credential_id: id }) => id === subjectId)
  if (!badge) return
  await commit(
    call,
    [
      call.db
        .update(visibleCredentials)
        .set({
          ...cardFactsOf(badge),
          levels: JSON.stringify(levelsOf(badge)),
          excerpt: null,
          signs: null,
        })
        .where(isIt),
      auditEntry(call, 'visibility.badge-changed', subjectId, {}, null),
    ],
    { answer: null },
  )
}
