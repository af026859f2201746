import { type ResponseOf, api } from '../../lib/http/api.ts'
import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { m } from '../../paraglide/messages.js'

type Wait = ResponseOf<(typeof api.challenges)[':challengeId']['wait']['$get']>['wait']

/** How long people in the student's programme waited for their result. */
export const useWait = (challengeId: () => string, ready: () => boolean) =>
  useQuery(() => ({
    path: `/api/challenges/${challengeId()}/wait`,
    ask: () =>
      unwrap(api.challenges[':challengeId'].wait.$get({ param: { challengeId: challengeId() } })),
    ready: ready(),
  }))

const words = {
  programme: { hours: m.student_wait_hours, days: m.student_wait_days },
  everyone: { hours: m.student_wait_all_hours, days: m.student_wait_all_days },
}

/** Half of the last people had their result within so many hours; in days from two days on. */
export function waitInWords(wait: Wait): string {
  if (!wait) return m.student_wait_unknown()
  const { medianHours, rounds, of } = wait
  return medianHours < 48
    ? words[of].hours({ rounds, count: Math.max(1, medianHours) })
    : words[of].days({ rounds, count: Math.round(medianHours / 24) })
}
