import {
  createQuery,
  type CreateQueryResult,
  type DefaultError,
  QueryClient,
} from '@tanstack/svelte-query'

import { useAnswersHolder } from './context.ts'
import { ApiError } from './problem.ts'

/** A question to the server. Its path is its key, so an answer that came with the page is found. */
export interface Question<Answer> {
  path: string
  ask: () => Promise<Answer>
  /** Ask again by itself, in milliseconds. */
  everyMs?: number
  /** False while there is nothing to ask for yet. */
  ready?: boolean
}

/** Asks, and keeps the answer for every page of this tab: `useAnswer(() => ({ path, ask }))`. */
export function useAnswer<Answer>(
  question: () => Question<Answer>,
): CreateQueryResult<Answer, DefaultError> {
  const client = useAnswers()
  return createQuery(
    () => {
      const { path, ask, everyMs, ready = true } = question()
      return {
        queryKey: [path],
        queryFn: ask,
        enabled: ready,
        ...(everyMs && { refetchInterval: everyMs }),
      }
    },
    () => client,
  )
}

/** All answers of this tab: to set one after a write, `useAnswers().setQueryData([path], body)`. */
export function useAnswers(): QueryClient {
  const holder = useAnswersHolder()
  holder.client ??= openClient(holder.first)
  return holder.client
}

/** Asks again for every path that begins with one of these, where a page shows it. */
export function refresh(answers: QueryClient, ...paths: string[]): Promise<void> {
  const predicate = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) =>
    typeof path === 'string' && paths.some((start) => path.startsWith(start))
  return answers.invalidateQueries({ predicate })
}

const worthATry = (error: Error) =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500)

function openClient(first: Record<string, unknown>): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && worthATry(error),
      },
    },
  })
  for (const [path, body] of Object.entries(first)) client.setQueryData([path], body)
  return client
}
