import { unwrap } from '../lib/answer.ts'
import { useAnswers } from '../lib/answers.ts'
import { api } from '../lib/api.ts'
import { useAct } from '../lib/context.ts'
import { ApiError } from '../lib/problem.ts'
import { afterTurn, type Attempt, attemptQuestion, type Turn } from './attempt.ts'

export type Turns = ReturnType<typeof useTurns>

/** Takes turns in an attempt. Refused or not, the attempt shown is then the one on the server. */
export function useTurns(attemptId: string) {
  const answers = useAnswers()
  const { path, ask } = attemptQuestion(attemptId)
  const queryKey = [path]
  const askAgain = () => answers.fetchQuery({ queryKey, queryFn: ask, staleTime: 0 })

  return useAct(async (turn: Turn, options) => {
    // An answer still under way would put the screen before this turn back.
    await answers.cancelQueries({ queryKey })
    const request = { param: { attemptId }, json: turn }
    const reply = await unwrap(api.attempts[':attemptId'].turns.$post(request, options)).catch(
      async (error: unknown) => {
        if (error instanceof ApiError && error.status === 409) await askAgain().catch(() => {})
        throw error
      },
    )
    const before = answers.getQueryData<Attempt>(queryKey)
    const after = before && afterTurn(before, turn, reply)
    if (after) answers.setQueryData(queryKey, after)
    else await askAgain()
    return reply
  })
}
