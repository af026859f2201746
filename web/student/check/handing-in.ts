import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { tellOthers } from '../../lib/draft/other-windows.ts'
import { flawWords } from '../../lib/form/flaw-words.ts'
import type { FieldProblem } from '../../lib/form/form.svelte.ts'
import type { ApiError } from '../../lib/http/problem.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
import { m } from '../../paraglide/messages.js'
import { type Attempt, attemptQuery } from '../attempt/attempt.ts'

interface Body {
  round: number
  answers: Record<string, string>
  /** The saved version that each text is based on. */
  versions: Record<string, number>
}

/** Hands in an attempt; afterwards, cached data about it is reloaded. */
export function useHandIn(attemptId: string) {
  const cache = useQueryCache()
  const param = { attemptId }
  return useDesk().handIn(`attempts/${attemptId}`, async (json: Body, options) => {
    try {
      const door = api.attempts[':attemptId'].submission
      const receipt = await unwrap(door.$post({ param, json }, options))
      tellOthers(attemptQuery(attemptId).path)
      cache.set<Attempt>(attemptQuery(attemptId).path, (before) => {
        return { ...before, state: 'handed-in', receipt }
      })
      return receipt
    } finally {
      void refresh(cache, '/api/attempts', '/api/review-work')
    }
  })
}

export type AttemptHandIn = ReturnType<typeof useHandIn>

/** The id of the field for changing an answer. */
export const fieldOf = (promptId: string) => `answer-${promptId}`

/** The API's path of an answer in the submission. */
const answersPath = 'answers.'

/**
 * What the server refused about an answer, for its field; undefined if the refusal is about
 * something else.
 */
export function refusedAnswer(
  refusal: ApiError | undefined,
  said: (promptId: string, problem: (text: string) => string) => string = (_, problem) =>
    problem(''),
): FieldProblem | undefined {
  if (!refusal) return undefined
  const [flaw] = flawWords(refusal)
  if (flaw?.field.startsWith(answersPath)) {
    const promptId = flaw.field.slice(answersPath.length)
    const message = said(promptId, (text) => flawWords(refusal, text)[0]?.message ?? flaw.message)
    return { field: fieldOf(promptId), message }
  }
  const { promptId, least, most } = refusal.problem
  const message = wordsFor(refusal.type, Number(least), Number(most))
  if (!message || typeof promptId !== 'string') return undefined
  return { field: fieldOf(promptId), message: said(promptId, () => message) }
}

function wordsFor(type: string, least: number, most: number): string | undefined {
  switch (type) {
    case 'answer-too-short':
      return m.student_answer_too_short({ least })
    case 'answer-too-long':
      return m.student_answer_too_long({ most })
    case 'answer-repeats-itself':
      return m.student_answer_repeats()
    default:
      return undefined
  }
}
