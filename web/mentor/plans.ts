import { api } from '../lib/http/api.ts'
import { unwrap } from '../lib/http/response.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import type { ResponseOf } from '../lib/http/api.ts'

export const plansPath = '/api/revision-plans'

export type CoachedPlan = ResponseOf<typeof api.revisionPlans.index.$get>['plans'][number]

/** The plans of the students whom the mentor coaches. */
export const usePlans = () =>
  useWholeList(plansPath, 'plans', (query) => unwrap(api.revisionPlans.index.$get({ query })))
