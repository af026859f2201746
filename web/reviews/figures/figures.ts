import { type ResponseOf, api } from '../../lib/http/api.ts'
import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'

export type ReviewFigures = ResponseOf<typeof api.reviewFigures.index.$get>
export type Figures = NonNullable<ReviewFigures['figures']>

export const useReviewFigures = () =>
  useQuery(() => ({
    path: '/api/review-figures',
    ask: () => unwrap(api.reviewFigures.index.$get()),
  }))
