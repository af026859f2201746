import { QueryClient } from '@tanstack/svelte-query'

import { ApiError } from './problem.ts'

const worthATry = (error: Error) =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500)

/** What the server has answered, by path: a query's key is the path it asks. */
export function openClient(answers: Record<string, unknown> = {}): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && worthATry(error),
      },
    },
  })
  for (const [path, body] of Object.entries(answers)) client.setQueryData([path], body)
  return client
}

/** The answers the Worker put into the HTML, by path; undefined where it put none. */
export function firstAnswers(): Record<string, unknown> | undefined {
  const text = document.querySelector('#first-answers')?.textContent
  return text ? JSON.parse(text) : undefined
}

/**
 * A question to the server: `createQuery(() => asking('/api/account', () => unwrap(api.account.$get())))`.
 * The path is the key, so an answer that came with the page is found.
 */
export function asking<Answer>(path: string, ask: () => Promise<Answer>) {
  return { queryKey: [path], queryFn: ask }
}

/** Asks again for every path that begins with one of these, where a page shows it. */
export function refresh(client: QueryClient, ...paths: string[]): Promise<void> {
  const predicate = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) =>
    typeof path === 'string' && paths.some((start) => path.startsWith(start))
  return client.invalidateQueries({ predicate })
}
