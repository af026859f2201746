/**
 * A question to the server. Its path is the cache key, so an answer that came with the page is
 * found.
 */
export interface QueryOptions<Data> {
  path: string
  ask: () => Promise<Data>
  /** Reload interval in milliseconds. */
  everyMs?: number
  /** False while the query should not load yet. */
  ready?: boolean
}
