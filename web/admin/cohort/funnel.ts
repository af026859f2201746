import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { m } from '../../paraglide/messages.js'

export type FunnelAnswer = ResponseOf<typeof api.insights.funnel.$get>
type Step = FunnelAnswer['steps'][number]

/** The funnel of the whole programme or of one cohort. */
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

/** How many steps, up to the badge, a programme can help with. Later ones are personal choices. */
const helped = 6

/**
 * The smallest drop that is reported. Counts are rounded to five, so a smaller drop may be one
 * person.
 */
const leastDrop = 10

/** The step at which most people stop, among the counts shown; undefined if all drops are small. */
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
