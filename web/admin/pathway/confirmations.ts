import { done, unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'

export type Confirmation = ResponseOf<typeof api.attestations.index.$get>['attestations'][number]

export const useConfirmations = () =>
  useWholeList('/api/attestations', 'attestations', (query) =>
    unwrap(api.attestations.index.$get({ query })),
  )

interface Confirmed {
  studentId: string
  pathwayId: string
  version: number
  title: string
}

export function useConfirming() {
  const cache = useQueryCache()
  return useAct(async (json: Confirmed, options) => {
    const made = await unwrap(api.attestations.index.$post({ json }, options))
    await refresh(cache, '/api/attestations')
    return made
  })
}

export function useTakingBack() {
  const cache = useQueryCache()
  return useAct(async (attestationId: string, options) => {
    await done(api.attestations[':attestationId'].$delete({ param: { attestationId } }, options))
    await refresh(cache, '/api/attestations')
    return true
  })
}
