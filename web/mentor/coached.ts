import { unwrap } from '../lib/http/response.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'

export type Coached = ResponseOf<typeof api.insights.cohort.$get>['students'][number]

export const useCoached = () =>
  useWholeList('/api/insights/cohort', 'students', (query) =>
    unwrap(api.insights.cohort.$get({ query })),
  )

/** Where a student is, the most stuck first. */
export const progressOrder = [
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

export type Progress = (typeof progressOrder)[number]

/** A student whose attempt has been open for a week counts as stuck; a coach can ask. */
const stuckAfterDays = 7
const dayMs = 86_400_000

export interface Row {
  student: Coached
  progress: Progress
  /** When the attempt was started or handed in; null if there is no attempt. */
  since: string | null
}

export function rowsOf(students: readonly Coached[], now: Date): Row[] {
  return students
    .map((student) => ({ student, ...progressOf(student, now) }))
    .toSorted(
      (a, b) =>
        progressOrder.indexOf(a.progress) - progressOrder.indexOf(b.progress) ||
        (a.since ?? '').localeCompare(b.since ?? '') ||
        a.student.name.localeCompare(b.student.name),
    )
}

export const isStuck = ({ progress }: Row) => ['past-promise', 'stuck', 'lapsed'].includes(progress)

function progressOf({ attempt }: Coached, now: Date): Omit<Row, 'student'> {
  if (!attempt) return { progress: 'not-begun', since: null }
  const { state, startedAt, handedInAt, promisedAt, decision } = attempt
  if (decision) return { progress: decision, since: handedInAt ?? startedAt }
  if (state === 'lapsed') return { progress: 'lapsed', since: startedAt }
  if (state === 'open') {
    const days = (now.getTime() - new Date(startedAt ?? now).getTime()) / dayMs
    return { progress: days >= stuckAfterDays ? 'stuck' : 'under-way', since: startedAt }
  }
  const isLate = promisedAt !== null && new Date(promisedAt) < now
  return { progress: isLate ? 'past-promise' : 'being-reviewed', since: handedInAt ?? startedAt }
}
