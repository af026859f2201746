import { unwrap } from '../lib/http/answer.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type AnswerOf, api } from '../lib/http/api.ts'

export type Coached = AnswerOf<typeof api.insights.cohort.$get>['students'][number]

export const useCoached = () =>
  useWholeList('/api/insights/cohort', 'students', (query) =>
    unwrap(api.insights.cohort.$get({ query })),
  )

/** Where a student is, the most stuck first. */
export const places = [
  'past-promise',
  'stuck',
  'lapsed',
  'not-begun',
  'needs-more',
  'not-yet',
  'under-way',
  'being-reviewed',
  'proficient',
] as const

export type Place = (typeof places)[number]

/** A student who has not gone on for a week is stuck; a coach can ask. */
const stuckAfterDays = 7
const dayMs = 86_400_000

export interface Row {
  student: Coached
  place: Place
  /** Since when; null where nothing was begun. */
  since: string | null
}

export function rowsOf(students: readonly Coached[], now: Date): Row[] {
  return students
    .map((student) => ({ student, ...placeOf(student, now) }))
    .toSorted(
      (a, b) =>
        places.indexOf(a.place) - places.indexOf(b.place) ||
        (a.since ?? '').localeCompare(b.since ?? '') ||
        a.student.name.localeCompare(b.student.name),
    )
}

export const isStuck = ({ place }: Row) => ['past-promise', 'stuck', 'lapsed'].includes(place)

function placeOf({ attempt }: Coached, now: Date): Omit<Row, 'student'> {
  if (!attempt) return { place: 'not-begun', since: null }
  const { state, startedAt, handedInAt, promisedAt, decision } = attempt
  if (decision) return { place: decision, since: handedInAt ?? startedAt }
  if (state === 'lapsed') return { place: 'lapsed', since: startedAt }
  if (state === 'open') {
    const days = (now.getTime() - new Date(startedAt ?? now).getTime()) / dayMs
    return { place: days >= stuckAfterDays ? 'stuck' : 'under-way', since: startedAt }
  }
  const isLate = promisedAt !== null && new Date(promisedAt) < now
  return { place: isLate ? 'past-promise' : 'being-reviewed', since: handedInAt ?? startedAt }
}
