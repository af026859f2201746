import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type BadgeEntry = ResponseOf<typeof api.credentials.index.$get>['credentials'][number]
export type Badge = ResponseOf<(typeof api.credentials)[':credentialId']['$get']>
export type BadgeState = BadgeEntry['state']

export const useBadges = () =>
  useWholeList('/api/credentials', 'credentials', (query) =>
    unwrap(api.credentials.index.$get({ query })),
  )

export const useBadge = (credentialId: () => string) =>
  useQuery(() => ({
    path: `/api/credentials/${credentialId()}`,
    ask: () =>
      unwrap(api.credentials[':credentialId'].$get({ param: { credentialId: credentialId() } })),
  }))

/** The state of a badge in words; undefined for a valid one. */
export function stateInWords(state: BadgeState): string | undefined {
  switch (state) {
    case 'being-signed':
      return m.student_badge_state_being_signed()
    case 'expired':
      return m.student_badge_state_expired()
    case 'ended':
      return m.student_badge_state_ended()
    case 'failed':
      return m.student_badge_state_failed()
    case 'in-force':
      return undefined
  }
}
