import { useQueryCache } from '../../lib/query/query-cache.ts'
import { useMessages } from '../../meeting/thread.svelte.ts'
import { markMessageRead, type Request, requestsPath } from '../requests.ts'

/**
 * Marks the student's newest message as read once it is shown, also if it comes while the page is
 * open. If this fails, the message stays unread until the page is opened again.
 */
export function markWhatIsShown(request: () => Request): void {
  const cache = useQueryCache()
  const shown = useMessages(() => request().id)
  const theirs = $derived(shown.data?.messages.find(({ by }) => by === 'student')?.id)
  let known: string | null | undefined
  let marked: string | undefined

  $effect(() => {
    const { id, unreadMessageId } = request()
    if (!shown.data) return
    // The unread one may be older than the newest page of messages.
    const newest = theirs ?? unreadMessageId
    const isNew = unreadMessageId !== null || (known !== undefined && newest !== known)
    known = newest
    if (!newest || !isNew || newest === marked) return
    marked = newest
    void markMessageRead(id, newest)
      .then(() => cache.expire((path) => path === requestsPath))
      .catch(() => undefined)
  })
}
