import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'

export const sharingPath = '/api/reviewer-sharings'

export type SharingPage = ResponseOf<typeof api.reviewerSharings.index.$get>
export type Question = SharingPage['questions'][number]

export const useSharing = () =>
  useQuery(() => ({
    path: sharingPath,
    ask: () => unwrap(api.reviewerSharings.index.$get()),
  }))
