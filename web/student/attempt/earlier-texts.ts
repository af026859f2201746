import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import type { QueryOptions } from '../../lib/query/query-options.ts'

const door = api.attempts[':attemptId'].drafts[':promptId']['earlier-texts']

export type EarlierTexts = ResponseOf<(typeof door)['$get']>

export function earlierTextsQuery(attemptId: string, promptId: string): QueryOptions<EarlierTexts> {
  const param = { attemptId, promptId }
  return {
    path: `/api/attempts/${attemptId}/drafts/${promptId}/earlier-texts`,
    ask: () => unwrap(door.$get({ param })),
  }
}
