import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type FunnelAnswer = ResponseOf<typeof api.insights.funnel.$get>
type Step = FunnelAnswer['steps'][number]

/** How far people have come, in the whole programme or in one cohort. */
export function useFunnel(cohortId: () => string | undefined) {
  return useQuery(() => {
    const id = cohortId()
    const path = `/api/insights/funnel${id ? `?cohortId=${id}` : ''}`
    return {
      path,
      ask: () => unwrap(api.insights.funnel.$get({ query: id ? { cohortId: id } : {} })),
    }
  })
}

const words: Record<Step['step'], () => string> = {
  invited: m.admin_step_invited,
  joined: m.admin_step_joined,
  started: m.admin_step_started,
  'handed-in': m.admin_step_handed_in,
  decided: m.admin_step_decided,
  badge: m.admin_step_badge,
  visible: m.admin_step_visible,
  asked: m.admin_step_asked,
  accepted: m.admin_step_accepted,
}

export function stepWords({ step }: Step): string {
  return words[step]()
}

/** Up to the badge people are helped on; from then on each decides alone, and nobody is stuck. */
const helped = 6

/** Counts are rounded to five, so a smaller drop may be no more than one person. */
const leastDrop = 10

/** The step at which most people stop, among those whose counts are shown; none where too few do to say. */
export function stuckAt(steps: readonly Step[]): Step['step'] | undefined {
  let most = leastDrop - 1
  let found: Step['step'] | undefined
  for (const [index, { step, n }] of steps.slice(0, helped).entries()) {
    const before = steps[index - 1]?.n
    if (n === null || before === null || before === undefined) continue
    if (before - n > most) {
      most = before - n
      found = step
    }
  }
  return found
}
