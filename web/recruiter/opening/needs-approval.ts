import type { jobOf } from './job-draft.svelte.ts'
import type { OpeningContent } from './openings.ts'

type Job = ReturnType<typeof jobOf>

/** Another pay, other hours, another place or other duties are a job the operator has not seen. */
export function needsApproval(before: OpeningContent, after: Job): boolean {
  const decided = ({ pay, hoursPerWeek, place, remote, duties }: OpeningContent | Job) =>
    JSON.stringify([
      [pay.minimum, pay.maximum, pay.currency, pay.period],
      [hoursPerWeek, remote, duties.trim()],
      [place.name.trim(), place.country, place.region],
    ])
  return decided(before) !== decided(after)
}
