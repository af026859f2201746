import { unwrap } from '../../lib/http/response.ts'
import { api } from '../../lib/http/api.ts'

const door = api.attempts[':attemptId'].drafts[':promptId']['earlier-texts']

/** A new key for each call is safe: the server keeps the same text once. */
export function setAside(attemptId: string, promptId: string, text: string): Promise<unknown> {
  const param = { attemptId, promptId }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return unwrap(door.$post({ param, json: { text } }, { headers }))
}
