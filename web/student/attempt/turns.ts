import { unwrap } from '../../lib/http/answer.ts'
import { useAnswers } from '../../lib/query/answers.ts'
import { api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'
import { ApiError } from '../../lib/http/problem.ts'
import { afterTurn, type Attempt, attemptQuestion, type Turn } from './attempt.ts'

export type Turns = ReturnType<typeof useTurns>

/** Takes turns in an attempt. Refused or not, the attempt shown is then the one on the server. */
export function useTurns(attemptId: string) {
  const answers = useAnswers()
  const question = attemptQuestion(attemptId)
  const askAgain = () => answers.ask(question)

  return useAct(async (turn: Turn, options) => {
    const request = { param: { attemptId }, json: turn }
    const reply = await unwrap(api.attempts[':attemptId'].turns.$post(request, options)).catch(
      async (error: unknown) => {
        if (error instanceof ApiError && error.status === 409) await askAgain().catch(() => {})
        throw error
      },
    )
    const before = answers.get<Attempt>(question.path)
    const after = before && afterTurn(before, turn, reply)
    // A call still under way would put the screen before this turn back; this one counts from here.
    if (after) answers.set(question.path, after)
    else await askAgain()
    return reply
  })
}
