import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

type Requests = ResponseOf<typeof api.interviewRequests.index.$get>

interface Blocked {
  name: string
  organizationId?: string
}

interface Said {
  words: string
  /** Whether unblocking restores everything: the block ended no request. */
  isUndone: boolean
}

/**
 * The message about a block. Call it before blocking, which may end requests. For a domain, any
 * open request counts, because the list does not show which of them come from that domain.
 */
export async function saidOfBlock({ name, organizationId }: Blocked): Promise<Said> {
  const answer = await unwrap<Requests>(api.interviewRequests.index.$get({ query: {} }))
  const requests = answer.side === 'student' ? answer.requests : []
  const open = requests.filter(({ state }) => ['delivered', 'revision-requested'].includes(state))
  const isDomain = organizationId === undefined
  if (!open.some(({ employer }) => isDomain || employer === name)) {
    return { words: m.visibility_blocked({ name }), isUndone: true }
  }
  const words = isDomain ? m.visibility_blocked_domain : m.visibility_blocked_ended
  return { words: words({ name }), isUndone: false }
}
