import { unwrap } from '../lib/http/response.ts'
import { refresh, useQueryCache } from '../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'
import { useAct, useToasts } from '../lib/page/context.ts'
import { go } from '../lib/router/router.svelte.ts'
import { m } from '../paraglide/messages.js'
import { askClaim, claimPath } from './claim.ts'

type Taken = ResponseOf<typeof api.claims.index.$post>

/** Takes the next answer and opens its desk, or the practice that comes first. */
export function useNextWork() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  const taking = useAct(async (json: { challengeId?: string }, options) => {
    const taken = await unwrap<Taken>(api.claims.index.$post({ json }, options))
    void refresh(cache, '/api/review-work')
    return taken
  })
  return {
    taking,
    /**
     * Takes the next answer, if there is one, and opens its desk. Returns the server's answer,
     * which says when to look again if there is none now; undefined if refused. With `afterReview`
     * it never opens the practice, because the outcome of the review is shown first.
     */
    async take(challengeId?: string, { afterReview = false } = {}) {
      const history = afterReview ? 'replace' : 'push'
      const taken = await taking.run(challengeId ? { challengeId } : {})
      if (taken?.claim) {
        const { id } = taken.claim
        // Loads the desk's data before the page opens.
        const claim = await cache
          .ask({ path: claimPath(id), ask: () => askClaim(id) })
          .catch(() => undefined)
        const isOther = claim?.state === 'live' && claim.challenge.id !== challengeId
        if (challengeId && isOther) toasts.say(m.reviews_begun_other())
        go(`/reviews/${id}`, history)
      }
      const first = taking.refusal?.is('practice-first') && taking.refusal.problem['challengeId']
      if (typeof first === 'string' && !afterReview) go(`/reviews/practice/${first}`, history)
      return taken
    },
  }
}

export type NextWork = ReturnType<typeof useNextWork>
