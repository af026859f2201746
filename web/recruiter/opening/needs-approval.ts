import type { jobOf } from './job-draft.svelte.ts'
import type { OpeningContent } from './openings.ts'

type Job = ReturnType<typeof jobOf>

/** The Worker's rule (`worker/talent/opening/opening.ts`): any change is a job the operator has not seen. */
export function needsApproval(before: OpeningContent, after: Job): boolean {
  return JSON.stringify(inOrder(before)) !== JSON.stringify(inOrder(after))
}

/** Keys in alphabetical order, as the Worker keeps them. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, inOrder(each)])
}
