import { and, eq, sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { redact } from '../../foundation/redactor/redact.ts'
import { challengeVersions } from '../../scenarios/tables.ts'
import { namesToHideOf, readNamesToHide } from './find-names-to-hide.ts'
import { openDraft } from '../draft-text.ts'
import { attempts, drafts } from '../tables.ts'

/** An answer as its reviewers read it: `hidden` is the number of `[hidden]` marks in `text`. */
export interface ReviewersCopy {
  promptId: string
  /** The version of the draft that the copy was made from. */
  version: number
  text: string
  hidden: number
}

/**
 * The caller's saved answers as reviewers would read them, so that authors see before submission
 * what is hidden. Undefined if they have no such attempt. One round trip.
 */
export async function findReviewersCopy(
  call: Call,
  attemptId: string,
): Promise<ReviewersCopy[] | undefined> {
  const { db, actorId } = call
  const isOwn = and(eq(attempts.id, attemptId), eq(attempts.studentId, actorId))
  const [[author], saved] = await db.batch([
    db
      .select({
        name: accounts.name,
        language: sql<string>`json_extract(${challengeVersions.body}, '$.challenge.language')`.as(
          'challenge_language',
        ),
        namesToHide: sql<string>`${namesToHideOf(sql`${attempts.studentId}`)}`.as('names_to_hide'),
      })
      .from(attempts)
      .innerJoin(accounts, eq(accounts.id, attempts.studentId))
      .innerJoin(challengeVersions, eq(challengeVersions.hash, attempts.versionHash))
      .where(isOwn),
    db
      .select({ promptId: drafts.promptId, text: drafts.text, version: drafts.version })
      .from(drafts)
      .innerJoin(attempts, eq(attempts.id, drafts.attemptId))
      .where(isOwn),
  ])
  if (!author) return undefined
  const name = await openName(call, actorId, author.name, '')
  const names = readNamesToHide(author.namesToHide)
  return allOf(saved, async ({ promptId, version, text }) => {
    const opened = await openDraft(call, { attemptId, promptId }, text)
    const copy = redact(opened, name, names, author.language)
    return { promptId, version, text: copy.text, hidden: copy.kinds.length }
  })
}
