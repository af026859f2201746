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

/** A new key for each call is safe: the server keeps the same text once. */
export function setAside(attemptId: string, promptId: string, text: string): Promise<unknown> {
  const param = { attemptId, promptId }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return unwrap(door.$post({ param, json: { text } }, { headers }))
}
