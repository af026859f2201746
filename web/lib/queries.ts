import { QueryClient } from '@tanstack/svelte-query'

import { ApiError } from './problem.ts'
import { serverTime } from './server-time.svelte.ts'

const worthATry = (error: Error) =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500)

/** What the server has answered, by path: a query's key is the path it asks. */
export function openClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && worthATry(error),
      },
    },
  })
  seed(client)
  return client
}

/** Fills the cache with the answers the Worker put into the HTML: `{ '/api/…': body }`. */
function seed(client: QueryClient): void {
  const text = document.querySelector('#first-answers')?.textContent
  const answers: Record<string, unknown> = text ? JSON.parse(text) : {}
  for (const [path, body] of Object.entries(answers)) client.setQueryData([path], body)
}
