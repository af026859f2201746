import type { ClientResponse } from 'hono/client'

import { ApiError, isProblem, type Problem } from './problem.ts'
import { serverTime } from './server-time.svelte.ts'

const patienceSeconds = 20

/** `fetch` that gives up after 20 s and learns the server's time from every answer. */
export async function patiently(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const limit = AbortSignal.timeout(patienceSeconds * 1000)
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit
  const response = await fetch(input, { ...init, signal })
  serverTime.learn(response.headers.get('mettle-now'))
  return response
}

/** The body of a call that succeeded; every other outcome is thrown as an `ApiError`. */
export async function unwrap<Body>(
  call: Promise<ClientResponse<Body, number, 'json'>>,
): Promise<Body> {
  const response = await successOf(call)
  return response.json()
}

/** For a call whose success has no body. */
export async function done(call: Promise<ClientResponse<unknown>>): Promise<void> {
  await successOf(call)
}

async function successOf<Answer extends ClientResponse<unknown>>(
  call: Promise<Answer>,
): Promise<Answer> {
  const response = await call.catch(() => undefined)
  if (!response) throw new ApiError({ type: 'about:blank', title: 'No answer', status: 0 })
  if (response.ok) return response

  const { status } = response
  const unknown: Problem = { type: 'about:blank', title: response.statusText, status }
  const body: unknown = await response.json().catch(() => undefined)
  throw new ApiError(isProblem(body) ? body : unknown)
}
