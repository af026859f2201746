import { flawWords } from '../../lib/form/flaw-words.ts'
import type { FieldProblem } from '../../lib/form/form.svelte.ts'
import type { ApiError } from '../../lib/http/problem.ts'
import { m } from '../../paraglide/messages.js'
import { fieldOf } from './handing-in.ts'

/** The API's path of an answer in the submission. */
const answersPath = 'answers.'

/**
 * What the server refused about an answer, for its field; undefined if the refusal is about
 * something else.
 */
export function refusedAnswer(
  refusal: ApiError,
  said: (promptId: string, problem: (text: string) => string) => string,
): FieldProblem | undefined {
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
