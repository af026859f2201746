import { unwrap } from '../../lib/http/answer.ts'
import { type AnswerOf, api } from '../../lib/http/api.ts'
import type { Question } from '../../lib/query/question.ts'

const door = api.attempts[':attemptId'].drafts[':promptId']['earlier-texts']

export type EarlierTexts = AnswerOf<(typeof door)['$get']>

export function earlierTextsQuestion(attemptId: string, promptId: string): Question<EarlierTexts> {
  const param = { attemptId, promptId }
  return {
    path: `/api/attempts/${attemptId}/drafts/${promptId}/earlier-texts`,
    ask: () => unwrap(door.$get({ param })),
  }
}

/** Asked again when it is not known whether it arrived: the same text is kept once. */
export function setAside(attemptId: string, promptId: string, text: string): Promise<unknown> {
  const param = { attemptId, promptId }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return unwrap(door.$post({ param, json: { text } }, { headers }))
}
