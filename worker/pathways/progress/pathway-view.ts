import { type PathwayBody, readBody } from '../pathway/pathway-body.ts'
import { type History, factsOf } from './history.ts'
import { type Playable, minutesOf, taskOf } from './play-time.ts'
import { progressOf } from './progress.ts'

/** A pathway that a person can choose or is on, in the version that counts for them. */
export interface PathwayRow {
  id: string
  kind: string
  organization_id: string
  organization: string
  offered: number | null
  number: number
  body: string
  enrolment_id: string | null
  enrolled_at: number | null
}

interface Known {
  history: History
  playable: readonly Playable[]
  now: Date
}

/** A pathway with all its steps, and how far the person is. Pure. */
export function pathwayView(row: PathwayRow, { history, playable, now }: Known) {
  const { title, steps } = readBody(row.body)
  const since = row.enrolled_at ?? now.getTime()
  const facts = factsOf(history, { organizationId: row.organization_id, since })
  const progress = progressOf(steps, facts)
  const viewed = progress.steps.map(({ step, missing, ...rest }) => {
    const tasks = missing.map((leaf) => taskOf(leaf, playable))
    const { id, title, credit, after } = step
    return { id, title, credit, after, ...rest, tasks, minutes: minutesOf(tasks) }
  })
  return {
    ...headOf(row, title),
    credit: progress.credit,
    creditInAll: steps.reduce((sum, step) => sum + step.credit, 0),
    minutes: minutesOf(viewed.flatMap(({ tasks }) => tasks)),
    steps: viewed,
    done: viewed.filter(({ state }) => state === 'done').length,
  }
}

export type PathwayView = ReturnType<typeof pathwayView>

/** A line of the list of pathways. */
export function pathwayEntry(row: PathwayRow, known: Known) {
  const { steps, ...entry } = pathwayView(row, known)
  return {
    ...entry,
    stepCount: steps.length,
    next: steps.find(({ state }) => state === 'next')?.title ?? null,
    reopened: steps.some(({ reopened }) => reopened),
  }
}

function headOf(row: PathwayRow, title: PathwayBody['title']) {
  const { enrolment_id, enrolled_at, offered } = row
  const enrolment =
    enrolment_id === null
      ? null
      : { id: enrolment_id, enrolledAt: new Date(enrolled_at ?? 0).toISOString() }
  return {
    id: row.id,
    kind: row.kind,
    title,
    organizationName: row.organization,
    version: row.number,
    enrolment,
    /** Others can choose it now. */
    isOffered: offered !== null,
    /** The number of a newer version that the student could move to. */
    newer: enrolment && offered !== null && offered > row.number ? offered : null,
  }
}
