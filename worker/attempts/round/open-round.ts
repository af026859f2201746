import { and, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import type { OwnAttempt } from '../attempt/find-own-attempt.ts'
import { reviseUntil } from '../attempt/revision.ts'
import { sealDraft } from '../draft-text.ts'
import { attemptOpen, challengeForgone, noFurtherRound } from '../problems.ts'
import { attempts, drafts, revisions } from '../tables.ts'
import { whyNotRevise } from './why-not-revise.ts'

/**
 * Opens the next round of a closed attempt: its answers can be changed and handed in again. The
 * drafts become the texts of the last hand-in, unless this round was open before and lapsed.
 */
export async function openRound(call: Call, own: OwnAttempt) {
  const { attempt, rounds } = own
  const last = rounds.at(-1)
  const ends = last && reviseUntil(last, call.reader.zone)
  const refusal = whyNotRevise(attempt, ends, call.now)
  if (refusal || !ends) throw refusal ?? noFurtherRound()

  const round = attempt.round + 1
  const isFirst = !own.revisions.some((revision) => revision.round === round)
  return commit(
    call,
    [
      call.db
        .update(attempts)
        .set({ state: 'open', round, closesAt: ends, endedAt: null })
        .where(
          and(
            eq(attempts.id, attempt.id),
            eq(attempts.state, 'closed'),
            eq(attempts.round, attempt.round),
          ),
        ),
      guard(call, 'round_open'),
      ...onlyIfStillTheirs(call, own),
      call.db
        .insert(revisions)
        .values({
          id: newId(),
          attemptId: attempt.id,
          round,
          openedAt: call.now,
          planVersion: 0,
          planEnded: false,
        })
        .onConflictDoUpdate({
          target: [revisions.attemptId, revisions.round],
          set: { openedAt: call.now, lapsedAt: null },
        }),
      ...(isFirst ? await draftsFromHandIn(call, own) : []),
      auditEntry(call, 'attempt.round-opened', attempt.id, { round }),
    ],
    {
      answer: { round, closesAt: ends.toISOString() },
      conflicts: {
        round_open: attemptOpen,
        'attempts.student_id, attempts.challenge_id': attemptOpen,
        two_attempts_open: attemptOpen,
        started_again: noFurtherRound,
        not_in_programme: noFurtherRound,
        challenge_forgone: challengeForgone,
      },
    },
  )
}

/**
 * The student is still in the programme, has not started the challenge again, and has not given up
 * taking it, since then they know its key.
 */
function onlyIfStillTheirs({ db }: Call, { attempt }: OwnAttempt): Statement[] {
  const { studentId, challengeId, organizationId, startedAt } = attempt
  return [
    db.run(sql`
      INSERT INTO guard SELECT 'not_in_programme', (count(*) > 0) FROM memberships
      WHERE account_id = ${studentId} AND organization_id = ${organizationId}
        AND role = 'student' AND ended_at IS NULL`),
    db.run(sql`
      INSERT INTO guard SELECT 'started_again', (count(*) = 0) FROM attempts
      WHERE student_id = ${studentId} AND started_at > ${startedAt.getTime()}
        AND challenge_id = ${challengeId}`),
    db.run(sql`
      INSERT INTO guard SELECT 'challenge_forgone', (count(*) = 0) FROM forgone_challenges
      WHERE account_id = ${studentId} AND challenge_id = ${challengeId}`),
  ]
}

/** A higher version, so that a text left on some device does not replace these unseen. */
async function draftsFromHandIn(call: Call, own: OwnAttempt): Promise<Statement[]> {
  const answers = Object.entries(own.submissions.at(-1)?.answers ?? {})
  const rows = await allOf(answers, async ([promptId, text]) => {
    const place = { attemptId: own.attempt.id, promptId }
    return { ...place, text: await sealDraft(call, place, text), version: 1, updatedAt: call.now }
  })
  return rows.map((row) =>
    call.db
      .insert(drafts)
      .values(row)
      .onConflictDoUpdate({
        target: [drafts.attemptId, drafts.promptId],
        set: { text: row.text, version: sql`version + 1`, updatedAt: call.now },
      }),
  )
}
