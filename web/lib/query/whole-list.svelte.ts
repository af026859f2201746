import { useQuery } from './query-cache.ts'
import type { ObservedQuery } from './observed-query.svelte.ts'

type Ask<P> = (query: { after?: string }) => Promise<P>
/** A page of a long list, and where the next one begins. */
type Page<Key extends string> = { next: string | null } & Record<Key, readonly unknown[]>

/**
 * A list that the server returns in pages, loaded whole to be searched, counted or chosen from.
 * Most have one page. Nothing is shown until all of it has loaded, so that no part is taken for the
 * whole.
 */
export class WholeList<Key extends string, P extends Page<Key>> {
  readonly #key: Key
  readonly #first: ObservedQuery<P>
  readonly #rest: ObservedQuery<P[]>
  #whole = $derived.by(() => this.#join())

  constructor(path: string, key: Key, ask: Ask<P>, ready: () => boolean) {
    this.#key = key
    this.#first = useQuery(() => ({ path, ask: () => ask({}), ready: ready() }))
    this.#rest = useQuery(() => {
      const after = this.#first.data?.next ?? ''
      return {
        path: `${path}?after=${after}`,
        ask: () => pagesFrom(after, ask),
        ready: after !== '',
      }
    })
  }

  get data(): P | undefined {
    return this.#whole
  }

  get error(): Error | undefined {
    return this.#first.error ?? this.#rest.error
  }

  get isError(): boolean {
    return this.error !== undefined
  }

  get isPending(): boolean {
    return this.data === undefined && !this.isError
  }

  async refetch(): Promise<void> {
    await this.#first.refetch()
    await this.#rest.refetch()
  }

  #join(): P | undefined {
    const first = this.#first.data
    if (first === undefined || (first.next ?? null) === null) return first
    const rest = this.#rest.data
    if (rest === undefined) return undefined
    const items = [first, ...rest].flatMap((page) => page[this.#key])
    return { ...first, next: null, [this.#key]: items }
  }
}

async function pagesFrom<P extends { next: string | null }>(
  after: string,
  ask: Ask<P>,
): Promise<P[]> {
  const pages: P[] = []
  for (let next: string | null = after; next !== null;) {
    const page: P = await ask({ after: next })
    pages.push(page)
    next = page.next
  }
  return pages
}

export function useWholeList<Key extends string, P extends Page<Key>>(
  path: string,
  key: Key,
  ask: Ask<P>,
  ready: () => boolean = () => true,
): WholeList<Key, P> {
  return new WholeList(path, key, ask, ready)
}
