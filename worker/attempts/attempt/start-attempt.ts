import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { notFound } from '../../http/problems.ts'
import { Playthrough } from '../../scenarios/play/story.ts'
import { closesAt } from './attempt.ts'
import { findBeginning } from './find-beginning.ts'
import { attemptOpen, challengeForgone, challengeRetired } from '../problems.ts'
import type { StartAttemptInput } from './start-attempt-input.ts'
import { attempts } from '../tables.ts'
import { whyNotStart } from './why-not-start.ts'

/**
 * Starts a challenge on its current version. Later versions do not affect the attempt. It starts
 * with the drafts of a lapsed attempt at the same challenge.
 */
export async function startAttempt(call: Call, { challengeId }: StartAttemptInput) {
  const { organizationId } = actingOf(call)
  const { challenge, earlier, isForgone } = await findBeginning(call, challengeId)
  if (!challenge) throw notFound()
  if (challenge.retiredAt) throw challengeRetired()
  if (isForgone) throw challengeForgone()
  const refusal = whyNotStart(challenge, earlier, call.now)
  if (refusal) throw refusal

  const attempt = {
    id: newId(),
    studentId: call.actorId,
    organizationId,
    challengeId,
    versionHash: challenge.hash,
    skill: challenge.skill,
    state: 'open',
    round: 1,
    inkState: new Playthrough(challenge.ink).inkState,
    startedAt: call.now,
    closesAt: closesAt(call.now, call.reader.zone),
    sitting: 'unsupervised',
    identity: 'not checked',
  } as const
  const lapsed = earlier.find((each) => each.challengeId === challengeId && each.state === 'lapsed')
  return commit(
    call,
    [
      call.db.insert(attempts).values(attempt),
      // Guards against a challenge that was retired or replaced since it was read.
      call.db.run(sql`
        UPDATE challenges SET current_hash = current_hash
        WHERE id = ${challengeId} AND current_hash = ${challenge.hash} AND retired_at IS NULL`),
      guard(call, 'challenge_moved_on'),
      // Guards against a challenge that was given up in another window since it was read.
      call.db.run(sql`
        INSERT INTO guard SELECT 'challenge_forgone', (count(*) = 0) FROM forgone_challenges
        WHERE account_id = ${call.actorId} AND challenge_id = ${challengeId}`),
      call.db.run(sql`
        INSERT INTO drafts (attempt_id, prompt_id, text, version, updated_at)
        SELECT ${attempt.id}, prompt_id, text, 1, ${call.now.getTime()} FROM drafts
        WHERE attempt_id = ${lapsed?.id ?? ''}
          AND prompt_id IN (SELECT value FROM json_each(${JSON.stringify(challenge.promptIds)}))`),
      auditEntry(call, 'attempt.started', attempt.id, { challengeId }),
    ],
    {
      answer: { id: attempt.id, challengeId, closesAt: attempt.closesAt.toISOString() },
      conflicts: {
        'attempts.student_id, attempts.challenge_id': attemptOpen,
        two_attempts_open: attemptOpen,
        challenge_moved_on: challengeRetired,
        challenge_forgone: challengeForgone,
      },
    },
  )
}
