import { unwrap } from '../http/response.ts'
import { api } from '../http/api.ts'
import { useQuery } from '../query/query-cache.ts'

/** The programme that any adult may join without a code, if there is one. */
export const useOpenProgramme = () =>
  useQuery(() => ({
    path: '/api/programme-memberships/open-programme',
    ask: () => unwrap(api.programmeMemberships['open-programme'].$get()),
  }))
