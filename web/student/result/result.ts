import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import type { QueryOptions } from '../../lib/query/query-options.ts'

export type Result = ResponseOf<(typeof api.results)[':attemptId']['result']['$get']>
export type Waiting = Extract<Result, { state: 'waiting' }>
export type Decided = Extract<Result, { state: 'decided' }>
export type Criterion = Decided['criteria'][number]

export const resultQuery = (attemptId: string): QueryOptions<Result> => ({
  path: `/api/attempts/${attemptId}/result`,
  ask: () => unwrap(api.results[':attemptId'].result.$get({ param: { attemptId } })),
})

export const useResult = (attemptId: () => string, ready?: () => boolean) =>
  useQuery(() => ({ ...resultQuery(attemptId()), ready: ready?.() ?? true }))
