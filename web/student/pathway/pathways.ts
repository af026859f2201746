import { done, unwrap } from '../../lib/http/response.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'
import { skillIds, skillName } from '../../lib/format/skills.ts'
import { m } from '../../paraglide/messages.js'

export type PathwayEntry = ResponseOf<typeof api.pathways.index.$get>['pathways'][number]
type Answer = ResponseOf<(typeof api.pathways)[':pathwayId']['$get']>
export type Pathway = NonNullable<Answer['pathway']>
export type Step = Pathway['steps'][number]
export type Task = Step['tasks'][number]

export const usePathways = () =>
  useWholeList('/api/pathways', 'pathways', (query) => unwrap(api.pathways.index.$get({ query })))

export const usePathway = (pathwayId: () => string) =>
  useQuery(() => ({
    path: `/api/pathways/${pathwayId()}`,
    ask: () => unwrap(api.pathways[':pathwayId'].$get({ param: { pathwayId: pathwayId() } })),
  }))

/** Puts the student on a version of a pathway, also from an earlier one; `said` is said then. */
export function useEnrolling() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(async ({ said, ...json }: Chosen, options) => {
    const made = await unwrap(api.enrolments.index.$post({ json }, options))
    await refresh(cache, '/api/pathways')
    toasts.say(said)
    return made
  })
}

interface Chosen {
  pathwayId: string
  version: number
  said: string
}

export function useLeaving() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(async (enrolmentId: string, options) => {
    await done(api.enrolments[':enrolmentId'].$delete({ param: { enrolmentId } }, options))
    await refresh(cache, '/api/pathways')
    toasts.say(m.student_pathway_left())
    return true
  })
}

/** A step that was finished and is open again is said differently from one that never was. */
export function stateWords({ state, reopened }: Pick<Step, 'state' | 'reopened'>): string {
  if (reopened) return m.student_pathway_state_open()
  if (state === 'done') return m.student_pathway_state_done()
  return state === 'next' ? m.student_pathway_state_next() : m.student_pathway_state_later()
}

/** What to do, as a sentence. */
export function taskWords(task: Task): string {
  const { kind, skill, level, challenge, title, credit } = task
  switch (kind) {
    case 'credential':
      if (skill === null || !skillIds.includes(skill)) return m.student_pathway_task_one_badge()
      return (level === 4 ? m.student_pathway_task_badge_4 : m.student_pathway_task_badge)({
        skill: skillName(skill),
      })
    case 'challenge':
      return challenge
        ? m.student_pathway_task_challenge({ title: challenge.title })
        : m.student_pathway_task_challenge_gone()
    case 'attested':
      return m.student_pathway_task_attested({ title: title ?? '' })
    case 'credit':
      return m.student_pathway_task_credit({ count: credit ?? 0 })
    case 'alignment':
      return m.student_pathway_task_alignment({ title: title ?? '' })
    case 'knowledge':
    case 'reflection':
    case 'prior-learning':
      return m.student_pathway_task_other()
  }
}
