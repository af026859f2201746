/** What is asked of the server. Its path is its key, so an answer that came with the page is found. */
export interface QueryOptions<Data> {
  path: string
  ask: () => Promise<Data>
  /** Ask again by itself, in milliseconds. */
  everyMs?: number
  /** False while there is nothing to ask for yet. */
  ready?: boolean
}
