import { api } from '../../lib/http/api.ts'
import { done, unwrap } from '../../lib/http/response.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'

const pathOf = (attemptId: string) => `/api/attempts/${attemptId}/item-agreement`

export const useItemAgreement = (attemptId: () => string) =>
  useQuery(() => ({
    path: pathOf(attemptId()),
    ask: () =>
      unwrap(
        api.itemAgreements[':attemptId']['item-agreement'].$get({
          param: { attemptId: attemptId() },
        }),
      ),
  }))

/** Says yes or no, or takes a yes back. `words`: the message afterwards. */
export function useAnswering() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(
    async (
      { attemptId, agrees, words }: { attemptId: string; agrees: boolean; words: string },
      options,
    ) => {
      const door = api.itemAgreements[':attemptId']['item-agreement']
      const param = { attemptId }
      if (agrees) await unwrap(door.$put({ param }, options))
      else await done(door.$delete({ param }, options))
      await refresh(cache, pathOf(attemptId), '/api/item-agreements')
      toasts.say(words)
      return true
    },
  )
}
