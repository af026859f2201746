import type { CachedQuery } from './cached-query.svelte.ts'
import type { QueryOptions } from './query-options.ts'

/** Holds answers by path. */
interface Cache {
  of: <Data>(path: string) => CachedQuery<Data>
}

/** A query that a component shows. It asks again when its options change, such as the path. */
export class ObservedQuery<Data> {
  readonly #cache: Cache
  readonly #options: () => QueryOptions<Data>
  #query = $derived.by(() => this.#cache.of<Data>(this.#options().path))

  constructor(cache: Cache, options: () => QueryOptions<Data>) {
    this.#cache = cache
    this.#options = options
    $effect(() => {
      const { path, ask, everyMs, ready = true } = options()
      if (!ready) return
      const query = cache.of<Data>(path)
      const end = query.want(ask)
      const timer = everyMs && setInterval(() => void query.expire(), everyMs)
      return () => {
        clearInterval(timer)
        end()
      }
    })
  }

  get data(): Data | undefined {
    return this.#query.data
  }

  get error(): Error | undefined {
    return this.#query.error
  }

  get isError(): boolean {
    return this.error !== undefined
  }

  /** Whether there is neither data nor an error yet. */
  get isPending(): boolean {
    return this.data === undefined && !this.isError
  }

  refetch(): Promise<void> {
    return this.#query.expire()
  }
}
