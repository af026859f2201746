import { onMount } from 'svelte'

import { api } from '../../lib/http/api.ts'
import { unwrap } from '../../lib/http/response.ts'
import { useQueryCache } from '../../lib/query/query-cache.ts'

/**
 * Stores in the account that the result was read, so that it is not marked as new on other devices
 * either. If this fails, it stays marked. For the start of a component.
 */
export function useReadMark(result: () => { attemptId: string; isRead: boolean }): void {
  const cache = useQueryCache()
  onMount(() => {
    const { attemptId, isRead } = result()
    if (isRead) return
    void unwrap(api.attempts[':attemptId']['read-mark'].$put({ param: { attemptId } }))
      .then(() => cache.expire((path) => path === '/api/attempts'))
      .catch(() => undefined)
  })
}
