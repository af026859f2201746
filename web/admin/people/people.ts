import { unwrap } from '../../lib/http/answer.ts'
import { useAnswer } from '../../lib/query/answers.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type AnswerOf, api, type MadeBy } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type Member = AnswerOf<typeof api.members.index.$get>['members'][number]
export type Cohort = AnswerOf<typeof api.cohorts.index.$get>['cohorts'][number]

export const useMembers = () =>
  useWholeList('/api/members', 'members', (query) => unwrap(api.members.index.$get({ query })))

export const useCohorts = () =>
  useWholeList('/api/cohorts', 'cohorts', (query) => unwrap(api.cohorts.index.$get({ query })))

export const useOrganization = () =>
  useAnswer(() => ({ path: '/api/organization', ask: () => unwrap(api.organization.index.$get()) }))

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

/** Of the addresses just sent: who was invited or is a member already, who has a link and no mail. */
export function unsentOf(emails: readonly string[], outcomes: readonly Outcome[]) {
  const having = (wanted: Outcome) => emails.filter((_, index) => outcomes[index] === wanted)
  return {
    members: having('already-member'),
    already: having('already-invited'),
    notMailed: having('not-mailed'),
  }
}
