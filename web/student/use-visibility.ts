import { unwrap } from '../lib/http/response.ts'
import { api } from '../lib/http/api.ts'
import { useQuery } from '../lib/query/query-cache.ts'

/** Whether and how this student is found, for their home page and the page to change it. */
export const useVisibility = (ready: () => boolean) =>
  useQuery(() => ({
    path: '/api/visibility',
    ask: () => unwrap(api.visibility.index.$get()),
    ready: ready(),
  }))
