import { unwrap } from '../../lib/http/answer.ts'
import { useAnswer } from '../../lib/query/answers.ts'
import { type AnswerOf, api } from '../../lib/http/api.ts'

export type Entry = AnswerOf<typeof api.auditEntries.index.$get>['entries'][number]

type Asked = Record<string, string>

/** The trail as the address asks for it: filters and pages live in the query, so Back works. */
export function useAuditTrail(asked: () => Asked) {
  return useAnswer(() => {
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
