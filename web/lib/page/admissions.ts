import { done, unwrap } from '../http/response.ts'
import { refresh, useQuery, useQueryCache } from '../query/query-cache.ts'
import { type ResponseOf, api } from '../http/api.ts'
import { useAct } from './context.ts'

export type Admission = ResponseOf<typeof api.admissions.index.$get>['admissions'][number]

export const admissionsPath = '/api/admissions'

/** What this person has asked for, the newest first. */
export const useAdmissions = () =>
  useQuery(() => ({ path: admissionsPath, ask: () => unwrap(api.admissions.index.$get()) }))

/** The newest request, while it waits or was declined: what there is to say about it. */
export function openAdmission(admissions: readonly Admission[] = []): Admission | undefined {
  const [newest] = admissions
  return newest?.decision === null || newest?.decision === 'declined' ? newest : undefined
}

/** Takes a request back. */
export function useWithdrawing() {
  const cache = useQueryCache()
  return useAct(async (admissionId: string, options) => {
    await done(api.admissions[':admissionId'].$delete({ param: { admissionId } }, options))
    await refresh(cache, admissionsPath)
  })
}
