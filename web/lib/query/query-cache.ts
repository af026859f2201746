import { createContext } from 'svelte'

import { CachedQuery } from './cached-query.svelte.ts'
import type { QueryOptions } from './query-options.ts'
import { ObservedQuery } from './observed-query.svelte.ts'

/** The server's answers in this tab, by path, because many pages show the same. */
export class QueryCache {
  readonly #queries = new Map<string, CachedQuery<unknown>>()

  /** Starts with the answers that came with the page. */
  constructor(first: Record<string, unknown> = {}) {
    for (const [path, body] of Object.entries(first)) this.of(path).take(body)
  }

  of<Data>(path: string): CachedQuery<Data> {
    const found = this.#queries.get(path) ?? new CachedQuery<unknown>()
    this.#queries.set(path, found)
    // A path always has the same type of answer
    return found as CachedQuery<Data>
  }

  get<Data>(path: string): Data | undefined {
    return this.of<Data>(path).data
  }

  /**
   * Stores the answer after a write: `next` itself, or what it returns for the old answer. A
   * function is not called if there is no old answer.
   */
  set<Data>(path: string, next: Data | ((before: Data) => Data)): void {
    const query = this.of<Data>(path)
    if (!isStep(next)) return query.take(next)
    if (query.data !== undefined) query.take(next(query.data))
  }

  /** Loads now, even if there is an answer already. */
  ask<Data>({ path, ask }: QueryOptions<Data>): Promise<Data> {
    return this.of<Data>(path).askAnew(ask)
  }

  /** Reloads the answers in use that are older than 30 seconds. */
  freshen(): void {
    for (const query of this.#queries.values()) query.freshen()
  }

  /** Marks every path out of date for which `isStale` is true. */
  async expire(isStale: (path: string) => boolean): Promise<void> {
    const stale = [...this.#queries].filter(([path]) => isStale(path))
    await Promise.all(stale.map(([, query]) => query.expire()))
  }
}

export const [useQueryCache, provideQueryCache] = createContext<QueryCache>()

/** Reloads every path that begins with one of these: now if it is shown, else at its next use. */
export function refresh(cache: QueryCache, ...starts: string[]): Promise<void> {
  return cache.expire((path) => starts.some((start) => path.startsWith(start)))
}

function isStep<Data>(next: Data | ((before: Data) => Data)): next is (before: Data) => Data {
  return typeof next === 'function'
}

/**
 * Loads from the server and stays up to date while the page is shown: `useQuery(() => ({ path, ask
 * }))`.
 */
export function useQuery<Data>(options: () => QueryOptions<Data>): ObservedQuery<Data> {
  return new ObservedQuery(useQueryCache(), options)
}
