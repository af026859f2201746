import { sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { openAnswers } from '../../attempts/answers.ts'
import { readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { redact } from '../../foundation/redactor/redact.ts'
import { keepRoundItem, sealItem } from '../../reviews/calibration/keep-round-item.ts'
import { retireItems } from '../../reviews/calibration/retire-items.ts'
import { itemNotPossible } from '../problems.ts'
import type { ItemQuestion } from './find-item-question.ts'
import { answerQuestion } from './answer-question.ts'

/**
 * The author agrees that their answer becomes a hidden item, redacted as reviewers read it. 409
 * item-not-possible if no mentor judged it or it is not decided. An author has one item in a
 * challenge, so an earlier one is retired.
 */
export async function agreeToItem(call: Call, asked: ItemQuestion) {
  const { submission_id: submissionId, levels, may_be_asked: mayBeAsked } = asked
  if (levels === null || mayBeAsked !== 1) throw itemNotPossible()
  const own = { submissionId, studentId: call.actorId }
  const body = await sealItem(call, own, await redacted(call, asked))
  return commit(
    call,
    [
      ...retireItems(call, othersOf(submissionId)),
      keepRoundItem(call, { ...own, body, levels, mentorVariance: asked.mentor_variance }),
      guard(call, 'item_not_possible'),
      answerQuestion(call, asked, true),
      auditEntry(call, 'submission.item-agreed', submissionId, {}, asked.organization_id),
    ],
    { answer: { agreed: true }, conflicts: { item_not_possible: itemNotPossible } },
  )
}

const othersOf = (submissionId: string) => sql`(SELECT o.id FROM submissions s
  CROSS JOIN submissions o ON o.student_id = s.student_id AND o.challenge_id = s.challenge_id
    AND o.id <> s.id
  WHERE s.id = ${submissionId})`

async function redacted(call: Call, asked: ItemQuestion): Promise<Record<string, string>> {
  const answers = await openAnswers(call, asked.submission_id, asked.answers)
  const name = await openName(call, call.actorId, asked.author_name, '')
  const names = readNamesToHide(asked.names_to_hide)
  return Object.fromEntries(
    Object.entries(answers).map(([promptId, text]) => [
      promptId,
      redact(text, name, names, asked.language).text,
    ]),
  )
}
