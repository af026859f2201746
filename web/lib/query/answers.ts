import { createContext } from 'svelte'

import { KeptAnswer } from './kept-answer.svelte.ts'
import type { Question } from './question.ts'
import { Watched } from './watched.svelte.ts'

/** What the server has answered in this tab, by the path that was asked: many pages show the same. */
export class Answers {
  readonly #kept = new Map<string, KeptAnswer<unknown>>()

  /** Begins with the answers that came with the page. */
  constructor(first: Record<string, unknown> = {}) {
    for (const [path, body] of Object.entries(first)) this.of(path).take(body)
  }

  of<Data>(path: string): KeptAnswer<Data> {
    const found = this.#kept.get(path) ?? new KeptAnswer<unknown>()
    this.#kept.set(path, found)
    // A path always answers alike
    return found as KeptAnswer<Data>
  }

  get<Data>(path: string): Data | undefined {
    return this.of<Data>(path).data
  }

  /** After a write: the new answer, or how it follows from the one before where there is one. */
  set<Data>(path: string, next: Data | ((before: Data) => Data)): void {
    const kept = this.of<Data>(path)
    if (!isStep(next)) return kept.take(next)
    if (kept.data !== undefined) kept.take(next(kept.data))
  }

  /** Asks now, whatever is known already. */
  ask<Data>({ path, ask }: Question<Data>): Promise<Data> {
    return this.of<Data>(path).askAnew(ask)
  }

  /** The reader is back, or the network is. */
  freshen(): void {
    for (const kept of this.#kept.values()) kept.freshen()
  }

  /** Out of date from here on: every path that `isStale` says so of. */
  async expire(isStale: (path: string) => boolean): Promise<void> {
    const stale = [...this.#kept].filter(([path]) => isStale(path))
    await Promise.all(stale.map(([, kept]) => kept.expire()))
  }
}

export const [useAnswers, provideAnswers] = createContext<Answers>()

/** Asks again for every path that begins with one of these: now where it is shown, else when it next is. */
export function refresh(answers: Answers, ...starts: string[]): Promise<void> {
  return answers.expire((path) => starts.some((start) => path.startsWith(start)))
}

function isStep<Data>(next: Data | ((before: Data) => Data)): next is (before: Data) => Data {
  return typeof next === 'function'
}

/** Asks the server, and stays up to date while the page is shown: `useAnswer(() => ({ path, ask }))`. */
export function useAnswer<Data>(question: () => Question<Data>): Watched<Data> {
  return new Watched(useAnswers(), question)
}
