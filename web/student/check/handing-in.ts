import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { tellOthers } from '../../lib/draft/other-windows.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
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
