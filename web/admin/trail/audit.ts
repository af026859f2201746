import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'

export type Entry = ResponseOf<typeof api.auditEntries.index.$get>['entries'][number]

type Asked = Record<string, string>

/** The trail as the address asks for it: filters and pages live in the query, so Back works. */
export function useAuditTrail(asked: () => Asked) {
  return useQuery(() => {
    const query = given(asked())
    const search = new URLSearchParams(query).toString()
    return {
      path: `/api/audit-entries${search && `?${search}`}`,
      ask: () => unwrap(api.auditEntries.index.$get({ query })),
    }
  })
}

export function pathWith(asked: Asked): string {
  const search = new URLSearchParams(given(asked)).toString()
  return `/audit-trail${search && `?${search}`}`
}

function given(asked: Asked): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
}
