import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import type { Draft } from '../../lib/draft/draft.svelte.ts'
import { mendedTexts } from '../../lib/draft/mended.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
import { useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { type Attempt, attemptQuery } from '../attempt/attempt.ts'

const door = api.attempts[':attemptId'].plan

export type OwnPlan = ResponseOf<(typeof door)['$get']>

/** The plan as it is written. */
export interface Plan {
  lines: OwnPlan['lines']
  /** Whether the student has left the plan for the answers. */
  ended: boolean
}

export const mostLines = 3

const planPath = (attemptId: string) => `/api/attempts/${attemptId}/plan`

export const usePlan = (attemptId: () => string) =>
  useQuery(() => ({
    path: planPath(attemptId()),
    ask: () => unwrap(door.$get({ param: { attemptId: attemptId() } })),
  }))

/** Gives the draft of a plan; there is one in this tab, whichever page shows it. */
export function usePlanDraft() {
  const [desk, cache] = [useDesk(), useQueryCache()]
  return (attemptId: string, saved: OwnPlan): Draft<Plan> => {
    const param = { attemptId }
    return desk.draft<Plan>(`plans/${attemptId}/${saved.round}`, savedIn(saved), {
      save: async ({ value, version }, keepalive) => {
        const json = { ...value, version }
        const landed = await unwrap(door.$put({ param, json }, { init: { keepalive } }))
        cache.set<OwnPlan>(planPath(attemptId), (before) => ({ ...before, ...value, ...landed }))
        cache.set<Attempt>(attemptQuery(attemptId).path, (before) => ({
          ...before,
          revision: before.revision && { ...before.revision, planEnded: value.ended },
        }))
        return landed
      },
      find: async () => savedIn(await unwrap(door.$get({ param }))),
      mended: mendedTexts,
    })
  }
}

const savedIn = ({ lines, ended, version }: OwnPlan) => ({ value: { lines, ended }, version })

/** The plan with this comment taken in or out. */
export function withComment(plan: Plan, quote: string): Plan {
  const has = plan.lines.some((line) => line.quote === quote)
  if (has) return { ...plan, lines: plan.lines.filter((line) => line.quote !== quote) }
  if (plan.lines.length >= mostLines) return plan
  return { ...plan, lines: [...plan.lines, { quote, words: '' }] }
}

/** The plan with other words for one of its lines. */
export function withWords(plan: Plan, quote: string, words: string): Plan {
  const lines = plan.lines.map((line) => (line.quote === quote ? { ...line, words } : line))
  return { ...plan, lines }
}
