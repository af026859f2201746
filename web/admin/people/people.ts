import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api, type MadeBy } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type Member = ResponseOf<typeof api.members.index.$get>['members'][number]
export type Cohort = ResponseOf<typeof api.cohorts.index.$get>['cohorts'][number]

export interface Filter {
  role?: Member['role']
  cohortId?: string
}

/** Whether a value from the URL has the form of an id; the API refuses anything else. */
export const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

/** The filter that the URL names. An unknown role and a cohort that is no id are left out. */
export function filterOf(roles: Member['role'][], role: string, cohortId: string): Filter {
  const known = roles.find((one) => one === role)
  return { ...(known && { role: known }), ...(isId(cohortId) && { cohortId }) }
}

export const pathOf = (path: string, query: Record<string, string>) =>
  [path, new URLSearchParams(query).toString()].filter(Boolean).join('?')
const membersPath = (query: Filter & { after?: string }) => pathOf('/api/members', { ...query })

/** The part of a query that says where a page begins. */
export const from = (after: string | undefined) => (after === undefined ? {} : { after })

/** One page of members, role by role, newest first. */
export const useMemberPage = (query: () => Filter & { after?: string }) =>
  useQuery(() => {
    const asked = query()
    return {
      path: membersPath(asked),
      ask: () => unwrap(api.members.index.$get({ query: asked })),
    }
  })

/** All members of a role or cohort, to choose from; loads nothing while there is no filter. */
export const useEverybody = (filter: () => Filter | undefined) =>
  useQuery(() => {
    const asked = filter()
    return {
      path: membersPath({ ...asked, after: 'all' }),
      ask: () => everybody(asked ?? {}),
      ready: asked !== undefined,
    }
  })

async function everybody(filter: Filter): Promise<Member[]> {
  const found: Member[] = []
  let next: string | null | undefined
  do {
    const query = { ...filter, ...from(next ?? undefined) }
    const page = await unwrap(api.members.index.$get({ query }))
    found.push(...page.members)
    next = page.next
  } while (next !== null)
  return found
}

export const useCohorts = () =>
  useWholeList('/api/cohorts', 'cohorts', (query) => unwrap(api.cohorts.index.$get({ query })))

export const useInvitations = () =>
  useWholeList('/api/invitations', 'invitations', (query) =>
    unwrap(api.invitations.index.$get({ query })),
  )

export const useOrganization = () =>
  useQuery(() => ({ path: '/api/organization', ask: () => unwrap(api.organization.index.$get()) }))

const words = {
  student: m.account_role_student,
  mentor: m.account_role_mentor,
  recruiter: m.account_role_recruiter,
  admin: m.account_role_admin,
}

export function roleWords(role: Member['role']): string {
  return words[role]()
}

/** The roles that exist in a kind of organization, the most frequent first. */
export function rolesIn(kind: 'programme' | 'employer' | undefined): Member['role'][] {
  return kind === 'employer' ? ['recruiter', 'admin'] : ['student', 'mentor', 'admin']
}

type Outcome = MadeBy<typeof api.invitations.index.$post>['outcomes'][number]

/**
 * The addresses at none of the employer's domains. Recruiters with such an address cannot search.
 */
export function foreignOf(emails: readonly string[], domains: readonly string[]): string[] {
  const domainOf = (email: string) => email.split('@').at(-1)?.toLowerCase() ?? ''
  return emails.filter((email) => !domains.includes(domainOf(email)))
}

/** The addresses that got no mail, by the reason. `outcomes` has the order of `emails`. */
export function unsentOf(emails: readonly string[], outcomes: readonly Outcome[]) {
  const having = (wanted: Outcome) => emails.filter((_, index) => outcomes[index] === wanted)
  return {
    members: having('already-member'),
    already: having('already-invited'),
    notMailed: having('not-mailed'),
  }
}
