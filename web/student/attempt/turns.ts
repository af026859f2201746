import { unwrap } from '../../lib/http/response.ts'
import { useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'
import { ApiError } from '../../lib/http/problem.ts'
import { afterTurn, type Attempt, attemptQuery, type Turn } from './attempt.ts'

export type Turns = ReturnType<typeof useTurns>

/**
 * Takes turns in an attempt. Afterwards the page shows the server's state, also after a conflict
 * (409).
 */
export function useTurns(attemptId: string) {
  const cache = useQueryCache()
  const query = attemptQuery(attemptId)
  const askAgain = () => cache.ask(query)

  return useAct(async (turn: Turn, options) => {
    const request = { param: { attemptId }, json: turn }
    const reply = await unwrap(api.attempts[':attemptId'].turns.$post(request, options)).catch(
      async (error: unknown) => {
        if (error instanceof ApiError && error.status === 409) await askAgain().catch(() => {})
        throw error
      },
    )
    const before = cache.get<Attempt>(query.path)
    const after = before && afterTurn(before, turn, reply)
    // `set` also discards a pending load, which would bring back the screen before this turn.
    if (after) cache.set(query.path, after)
    else await askAgain()
    return reply
  })
}
