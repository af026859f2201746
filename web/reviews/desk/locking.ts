import type { InferInput } from 'valibot'

import type { LockLevelsInput } from '../../../worker/reviews/review/lock-levels-input.ts'
import { api } from '../../lib/http/api.ts'
import { ApiError } from '../../lib/http/problem.ts'
import { unwrap } from '../../lib/http/response.ts'
import { useAct } from '../../lib/page/context.ts'
import { useQueryCache } from '../../lib/query/query-cache.ts'
import { askClaim, claimPath } from '../claim.ts'

/** Fixes the levels and ticks of a review and loads the claim again, now with the choices. */
export function useLocking(claimId: string) {
  const cache = useQueryCache()
  const load = () => cache.ask({ path: claimPath(claimId), ask: () => askClaim(claimId) })
  return useAct(async (json: InferInput<typeof LockLevelsInput>, options) => {
    const request = { param: { claimId }, json }
    const locked = await unwrap(api.claims[':claimId'].levels.$post(request, options)).catch(
      async (error: unknown) => {
        // Fixed in another tab: that tab's levels are the ones that count.
        if (error instanceof ApiError && error.is('levels-locked')) await load()
        throw error
      },
    )
    await load()
    return locked
  })
}
