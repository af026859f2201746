import { done, unwrap } from '../http/response.ts'
import { refresh, useQuery, useQueryCache } from '../query/query-cache.ts'
import { type ResponseOf, api } from '../http/api.ts'
import { useAct } from './context.ts'

export type Admission = ResponseOf<typeof api.admissions.index.$get>['admissions'][number]

export const admissionsPath = '/api/admissions'

/** This person's requests to be admitted as a mentor, newest first. */
export const useAdmissions = () =>
  useQuery(() => ({ path: admissionsPath, ask: () => unwrap(api.admissions.index.$get()) }))

/** The newest request, if it waits or was declined; otherwise there is nothing to show. */
export function openAdmission(admissions: readonly Admission[] = []): Admission | undefined {
  const [newest] = admissions
  return newest?.decision === null || newest?.decision === 'declined' ? newest : undefined
}

/** Withdraws a request. */
export function useWithdrawing() {
  const cache = useQueryCache()
  return useAct(async (admissionId: string, options) => {
    await done(api.admissions[':admissionId'].$delete({ param: { admissionId } }, options))
    await refresh(cache, admissionsPath)
  })
}
