import { clear, createStore } from 'idb-keyval'
import { vi } from 'vitest'

/** Replaces the server: each test sets the answers and can read the calls. */
export const server = vi.fn<typeof fetch>()

const unsent = createStore('mettle', 'unsent')

export async function freshServer(): Promise<void> {
  await clear(unsent)
  server.mockReset().mockImplementation(() => answer({}))
  vi.stubGlobal('fetch', server)
}

export const answer = (body: unknown, status = 200) =>
  Promise.resolve(Response.json(body, { status }))

export const refused = (status: number, type: string, more: Record<string, unknown> = {}) =>
  Promise.resolve(
    Response.json({ type: `/problems/${type}`, title: type, status, ...more }, { status }),
  )

export const offline = () => Promise.reject(new TypeError('network'))

/** The JSON body of a call; by default of the last one. */
export function sent(call = server.mock.calls.length - 1): unknown {
  const body = server.mock.calls[call]?.[1]?.body
  return typeof body === 'string' ? JSON.parse(body) : undefined
}

export function keyOf(call: number): string | null {
  return new Headers(server.mock.calls[call]?.[1]?.headers).get('idempotency-key')
}
