import { done } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'

/** Withdraws a consent: what depended on it ends at once. */
export function useWithdrawing() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(async ({ consentId, words }: { consentId: string; words: string }, options) => {
    await done(api.consents[':consentId'].$delete({ param: { consentId } }, options))
    const paths = [
      '/api/consents',
      '/api/visibility',
      '/api/disclosures',
      '/api/interview-requests',
    ]
    await refresh(cache, ...paths)
    toasts.say(words)
    return true
  })
}
