import { api } from '../../lib/http/api.ts'
import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import type { Result } from './result.ts'

const door = api.results[':attemptId'].rounds[':number'].result

/** The result of one round of an attempt. */
export const useRoundResult = (attemptId: () => string, round: () => number) =>
  useQuery(() => {
    const param = { attemptId: attemptId(), number: String(round()) }
    return {
      path: `/api/attempts/${param.attemptId}/rounds/${param.number}/result`,
      ask: () => unwrap<Result>(door.$get({ param })),
    }
  })
