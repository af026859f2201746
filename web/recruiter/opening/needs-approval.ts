import type { jobOf } from './job-draft.svelte.ts'
import type { OpeningContent } from './openings.ts'

type Job = ReturnType<typeof jobOf>

/**
 * The Worker's rule (`worker/talent/opening/opening.ts`): after any change the operator must
 * approve again.
 */
export function needsApproval(before: OpeningContent, after: Job): boolean {
  return JSON.stringify(inOrder(before)) !== JSON.stringify(inOrder(after))
}

/** With keys in alphabetical order, as the Worker stores them. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, inOrder(each)])
}
