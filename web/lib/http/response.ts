import type { ClientResponse } from 'hono/client'

import { ApiError, isProblem } from './problem.ts'
import { serverTime } from './server-time.svelte.ts'

const patienceSeconds = 20

let account: string | undefined

/** From now on every call says that this page is for this account. */
export function askAs(accountId: string): void {
  account = accountId
}

/** `fetch` that gives up after 20 s and learns the server's time from every answer. */
export async function patiently(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const limit = AbortSignal.timeout(patienceSeconds * 1000)
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit
  const headers = new Headers(init.headers)
  if (account) headers.set('mettle-account', account)
  const response = await fetch(input, { ...init, headers, signal })
  serverTime.learn(response.headers.get('mettle-now'))
  return response
}

/** The body of a call that succeeded; every other outcome is thrown as an `ApiError`. */
export async function unwrap<Body>(
  call: Promise<ClientResponse<Body, number, 'json'>>,
): Promise<Body> {
  const response = await call.catch(() => undefined)
  if (!response?.ok) throw await refusalFrom(response)
  // The connection can break in the middle, and a café's login page is not JSON.
  return response.json().catch(() => {
    throw noResponse()
  })
}

/** For a call whose success has no body. */
export async function done(call: Promise<Pick<Response, 'ok'> & Refused>): Promise<void> {
  const response = await call.catch(() => undefined)
  if (!response?.ok) throw await refusalFrom(response)
}

type Refused = Pick<Response, 'status' | 'headers'> & {
  json: () => Promise<unknown>
}

const noResponse = () => new ApiError({ type: 'about:blank', title: 'No answer', status: 0 })

async function refusalFrom(response: Refused | undefined): Promise<ApiError> {
  if (!response) return noResponse()
  const { status } = response
  const body: unknown = await response.json().catch(() => undefined)
  const retryAfterSeconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiError(
    // A proxy's own words (`Forbidden`) do not say what to do.
    isProblem(body) ? body : { type: 'about:blank', title: '', status },
    retryAfterSeconds > 0 ? retryAfterSeconds : undefined,
  )
}
