import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type Opening = ResponseOf<typeof api.openings.index.$get>['openings'][number]
export type OpeningContent = NonNullable<Opening['approved']>['content']

export const openingsPath = '/api/openings'

export const useOpenings = () =>
  useWholeList(openingsPath, 'openings', (query) => unwrap(api.openings.index.$get({ query })))

export const useOrganization = () =>
  useQuery(() => ({ path: '/api/organization', ask: () => unwrap(api.organization.index.$get()) }))

/** The wording to start from when an opening is changed. */
export function latestOf({ waiting, declined, approved }: Opening): OpeningContent | undefined {
  return (waiting ?? declined ?? approved)?.content
}

/** The wording that applies today; if none was ever approved, the latest. */
export function presentOf({ approved, waiting, declined }: Opening): OpeningContent | undefined {
  return (approved ?? waiting ?? declined)?.content
}

/** What was decided on the latest wording. */
export function decisionOn({ waiting, declined }: Opening): 'waiting' | 'approved' | 'declined' {
  if (waiting) return 'waiting'
  return declined ? 'declined' : 'approved'
}

interface State {
  words: string
  kind: 'plain' | 'accent' | 'caution'
  icon: string
}

/** The state of an opening, in a word or two. */
export function stateOf({ approved, waiting, declined }: Opening): State {
  if (approved && waiting) {
    return { words: m.recruiter_opening_change_waits(), kind: 'plain', icon: 'clock' }
  }
  if (waiting) return { words: m.recruiter_opening_waits(), kind: 'plain', icon: 'clock' }
  if (declined && approved) {
    return { words: m.recruiter_opening_change_declined(), kind: 'caution', icon: 'alert' }
  }
  if (approved) return { words: m.recruiter_opening_approved(), kind: 'accent', icon: 'check' }
  return { words: m.recruiter_opening_declined(), kind: 'caution', icon: 'alert' }
}
