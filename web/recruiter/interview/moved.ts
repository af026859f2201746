import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { useToasts } from '../../lib/page/context.ts'
import type { ApiError } from '../../lib/http/problem.ts'
import { m } from '../../paraglide/messages.js'
import { type Request, requestPath, requestsPath } from '../requests.ts'
import { standingOf, stateWords } from '../standing.ts'
import { toHeading } from './to-heading.ts'

interface Refused {
  readonly refusal: ApiError | undefined
  forget: () => void
}

/**
 * For an action that was refused because the request has changed: reloads the request and says its
 * new state, unless `isSaid` tells that the page does. Ignores other refusals, which the caller
 * shows.
 */
export function useMoved() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return async (
    act: Refused,
    requestId: string,
    isSaid: (now: Request) => boolean = () => false,
  ): Promise<void> => {
    if (!act.refusal?.is('interview-request-moved')) return
    act.forget()
    await refresh(cache, requestsPath)
    const now = cache.get<{ request: Request }>(requestPath(requestId))?.request
    if (now && !isSaid(now)) toasts.say(movedWords(now))
    await toHeading()
  }
}

function movedWords(request: Request): string {
  return m.recruiter_request_moved({ state: stateWords(standingOf(request)) })
}
