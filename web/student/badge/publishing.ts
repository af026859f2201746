import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'
import { ApiError } from '../../lib/http/problem.ts'
import { m } from '../../paraglide/messages.js'
import type { Badge } from './badges.ts'

interface Wanted {
  on: boolean
  showName: boolean
  listed: boolean
  /** Consent that search engines and employers both find the badge. */
  visibleToo?: true
}

/** Turns a badge's public page on or off, or changes what it shows. */
export function usePublishing(badge: () => Badge) {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(async (wanted: Wanted, options) => {
    const { id: credentialId, publication } = badge()
    const request = { param: { credentialId }, json: { ...wanted, version: publication.version } }
    const door = api.credentials[':credentialId'].publication
    const saved = await unwrap(door.$put(request, options)).catch(async (error: unknown) => {
      const isStale =
        error instanceof ApiError &&
        (error.is('changed-elsewhere') || error.is('credential-already-ended'))
      if (isStale) await refresh(cache, '/api/credentials')
      throw error
    })
    cache.set<Badge>(`/api/credentials/${credentialId}`, (before) => {
      return { ...before, publication: saved }
    })
    void cache.expire((path) => path === '/api/credentials')
    toasts.say(saved.on ? m.student_publication_saved() : m.student_publication_is_down())
    return saved
  })
}
