import type { InferResponseType } from 'hono/client'

import { Act } from '../../lib/http/act.svelte.ts'
import { unwrap } from '../../lib/http/response.ts'
import { type QueryCache, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { api, type CallOptions } from '../../lib/http/api.ts'
import { useProof } from '../../lib/page/context.ts'
import { ApiError } from '../../lib/http/problem.ts'
import type { Proof } from '../../lib/http/proof.svelte.ts'
import type { ObservedQuery } from '../../lib/query/observed-query.svelte.ts'
import { askedOf, type Criteria, queryOf } from './criteria.ts'

type Started = InferResponseType<typeof api.searches.index.$post, 201>
type Page = InferResponseType<(typeof api.searches)[':searchId']['pages']['$post'], 201>

/** A search with the cards loaded so far. */
export interface Found extends Started, Page {}

export interface SearchQuery {
  openingId: string
  criteria: Criteria
}

const pathOf = ({ openingId, criteria }: SearchQuery) => `searches/${openingId}${queryOf(criteria)}`

/**
 * The search in the URL. The server logs and counts each search, so the result is kept for this
 * tab, and going back to it does not search again. Made by `useSearch`.
 */
export class Search {
  readonly #cache: QueryCache
  readonly #proof: Proof
  readonly #asked: () => SearchQuery
  readonly #found: ObservedQuery<Found>
  readonly #more: Act<Found, Page>
  #latest = $state.raw<Found>()
  #restarting = $state(false)

  constructor(cache: QueryCache, proof: Proof, asked: () => SearchQuery) {
    this.#cache = cache
    this.#proof = proof
    this.#asked = asked
    this.#found = useQuery(() => {
      const now = asked()
      return {
        path: pathOf(now),
        ask: async () => cache.get<Found>(pathOf(now)) ?? (await this.#start(now)),
      }
    })
    this.#more = new Act(
      ({ searchId, day, next }, options) =>
        nextPage(searchId, { day, ...(next && { after: next }) }, options),
      proof,
    )
  }

  /** The result on the screen: the old one stays while the next one loads. */
  get shown(): Found | undefined {
    return this.#found.data ?? this.#latest
  }

  get refusal(): Error | undefined {
    return this.#found.data ? undefined : this.#found.error
  }

  get pending(): boolean {
    return (!this.#found.data && !this.#found.error) || this.#restarting
  }

  /** Why the next page could not be loaded. */
  get moreRefusal(): ApiError | undefined {
    return this.#more.refusal
  }

  get morePending(): boolean {
    return this.#more.pending
  }

  /** Loads the next page. Returns the pseudonym of its first card, to focus it. */
  async showMore(): Promise<string | undefined> {
    const before = this.#found.data
    if (!before) return undefined
    const path = pathOf(this.#asked())
    const page = await this.#more.run(before)
    if (!page) return undefined
    const cards = [...before.cards, ...page.cards]
    this.#cache.set(path, { ...before, ...page, cards })
    return page.cards[0]?.pseudonym
  }

  /** Searches again: in today's order, among the people who can be found now. */
  async restart(): Promise<void> {
    this.#more.forget()
    const asked = this.#asked()
    if (!this.#found.data) return this.#found.refetch()
    this.#restarting = true
    try {
      this.#cache.set(pathOf(asked), await this.#start(asked))
    } finally {
      this.#restarting = false
    }
  }

  async #start({ openingId, criteria }: SearchQuery): Promise<Found> {
    // Each search has an act of its own: searches run independently, and each may need a proof.
    const starting = new Act(async (json: { openingId: string }, options) => {
      const input = { ...json, criteria: askedOf(criteria) }
      const started = await unwrap(api.searches.index.$post({ json: input }, options))
      return { ...started, ...(await nextPage(started.searchId, {})) }
    }, this.#proof)
    const found = await starting.run({ openingId })
    if (!found)
      throw starting.refusal ?? new ApiError({ type: 'about:blank', title: '', status: 0 })
    this.#latest = found
    return found
  }
}

/** How many further pages are loaded automatically after an empty one. */
const emptyPages = 4

async function nextPage(
  searchId: string,
  json: { day?: string; after?: string },
  options?: CallOptions,
): Promise<Page> {
  let page = await onePage(searchId, json, options)
  for (let more = 0; more < emptyPages && page.cards.length === 0 && page.next !== null; more++) {
    page = await onePage(searchId, { day: page.day, after: page.next })
  }
  return page
}

function onePage(
  searchId: string,
  json: { day?: string; after?: string },
  options: CallOptions = { headers: { 'idempotency-key': crypto.randomUUID() } },
): Promise<Page> {
  return unwrap(api.searches[':searchId'].pages.$post({ param: { searchId }, json }, options))
}

export function useSearch(asked: () => SearchQuery): Search {
  return new Search(useQueryCache(), useProof(), asked)
}
