import type { QueryClient } from '@tanstack/svelte-query'

export type FirstAnswers = Record<string, unknown>

/** The answers the Worker put into the HTML, by path: `{ '/api/…': body }`. */
export function firstAnswers(): FirstAnswers {
  const text = document.querySelector('#first-answers')?.textContent
  return text ? JSON.parse(text) : {}
}

/** Holds the answers of this tab. The client is made by the first page that asks: see answers.ts. */
export interface AnswersHolder {
  readonly first: FirstAnswers
  client?: QueryClient
}
