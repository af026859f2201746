import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import type { AnswerPracticeInput } from './answer-practice-input.ts'
import { findPractice } from './find-practice.ts'
import { practiceItems } from './practice.ts'
import { forgoFirst, practiceAlreadyAnswered, reviewIncomplete } from '../problems.ts'
import { practiceResults } from '../calibration-tables.ts'

/**
 * Records the levels a reviewer gives to a practice answer, once per answer. The page then shows
 * which levels two readers gave and why. 409 forgo-first, 409 practice-already-answered, 422
 * review-incomplete.
 */
export async function answerPractice(
  call: Call,
  { challengeId, itemId, levels }: InferOutput<typeof AnswerPracticeInput>,
) {
  const { version, versionHash, mustForgo } = await findPractice(call, challengeId)
  if (mustForgo) throw forgoFirst()
  if (!practiceItems(version).some(({ id }) => id === itemId)) throw notFound()
  const asked = version.rubric.criteria.map(({ competency }) => competency)
  const missing = asked.find((criterion) => levels[criterion] === undefined)
  if (missing) throw reviewIncomplete(undefined, { field: 'level', criterion: missing })

  const given = Object.fromEntries(asked.map((criterion) => [criterion, levels[criterion]]))
  const result = {
    accountId: call.actorId,
    versionHash,
    itemId,
    challengeId,
    levels: JSON.stringify(given),
    at: call.now,
  }
  const columns = ['account_id', 'version_hash', 'item_id']
  return commit(
    call,
    [
      call.db.insert(practiceResults).values(result),
      auditEntry(call, 'practice.answered', challengeId, { itemId }),
    ],
    {
      answer: { itemId },
      conflicts: {
        [columns.map((column) => `practice_results.${column}`).join(', ')]: practiceAlreadyAnswered,
      },
    },
  )
}
