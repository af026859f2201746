import { unwrap } from '../lib/http/response.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'
import { useQuery } from '../lib/query/query-cache.ts'
import { requestsPath } from './interview.ts'

const door = api.interviewRequests[':requestId'].messages
type Page = ResponseOf<typeof door.$get>
export type Message = Page['messages'][number]

/** The messages loaded so far, oldest first. */
export class Thread {
  messages = $state.raw<Message[]>([])
  /** Cursor for the earlier messages; null if there are none, undefined before the first answer. */
  earlier = $state<string | null>()

  /** Adds the newest page, and keeps messages that are no longer on it. */
  takeNewest({ messages, next }: Page): void {
    this.messages = [...this.messages, ...this.#unknown(messages)]
    if (this.earlier === undefined) this.earlier = next
  }

  takeEarlier({ messages, next }: Page): void {
    this.messages = [...this.#unknown(messages), ...this.messages]
    this.earlier = next
  }

  #unknown(page: readonly Message[]): Message[] {
    const known = new Set(this.messages.map(({ id }) => id))
    return page.filter(({ id }) => !known.has(id)).toReversed()
  }
}

const everyMs = 60_000

/** The newest messages, reloaded each minute while the page is open. */
export const useMessages = (requestId: () => string) =>
  useQuery(() => ({
    path: `${requestsPath}/${requestId()}/messages`,
    ask: () => unwrap<Page>(door.$get({ param: { requestId: requestId() }, query: {} })),
    everyMs,
  }))

export const askEarlier = (requestId: string, after: string) =>
  unwrap<Page>(door.$get({ param: { requestId }, query: { after } }))
