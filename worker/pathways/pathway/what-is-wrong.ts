import { Problem, type Refusal } from '../../foundation/call/problem.ts'
import { invalidInput } from '../../http/problems.ts'
import { requirementCycle } from '../problems.ts'
import { parseRequirement } from '../requirement/parse-requirement.ts'
import type { Leaf } from '../requirement/requirement.ts'
import type { PathwayDraft } from './draft-input.ts'
import { type Step, inOrder } from './pathway-body.ts'

export interface Flaw {
  /** Null if it is not about one step. */
  step: string | null
  field: 'title' | 'requirement' | 'after' | 'steps'
  refusal: Refusal
}

/**
 * Reads a draft that is to be published: its steps, or all that is wrong, in the order of the page.
 * `isKnown` says whether what a leaf names exists. Pure.
 */
export function readDraft(
  { title, steps }: PathwayDraft,
  isKnown: (leaf: Leaf) => boolean,
): { flaws: Flaw[]; steps: Step[] } {
  const flaws: Flaw[] = []
  const found = (step: string | null, field: Flaw['field'], refusal: Refusal = invalidInput) =>
    flaws.push({ step, field, refusal })

  if (title === '') found(null, 'title')
  if (steps.length === 0) found(null, 'steps')
  const ids = new Set(steps.map(({ id }) => id))
  if (ids.size < steps.length) found(null, 'steps')
  const placed = new Set(inOrder(steps).map(({ id }) => id))

  const read = steps.flatMap((step): Step[] => {
    if (step.title === '') found(step.id, 'title')
    const requirement = requirementOf(step.requirement, isKnown)
    if ('refusal' in requirement) found(step.id, 'requirement', requirement.refusal)
    const namesTwice = new Set(step.after).size < step.after.length
    if (namesTwice || !step.after.every((id) => ids.has(id))) found(step.id, 'after')
    else if (!placed.has(step.id) && isInCycle(step, steps)) {
      found(step.id, 'after', requirementCycle)
    }
    return 'read' in requirement ? [{ ...step, requirement: requirement.read }] : []
  })
  return { flaws, steps: read }
}

type Placed = Pick<Step, 'id' | 'after'>

/** Whether a step comes before itself. A step after a cycle does not. */
function isInCycle(step: Placed, steps: readonly Placed[]): boolean {
  const seen = new Set<string>()
  const open = [...step.after]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === step.id) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(steps.find((each) => each.id === id)?.after ?? []))
  }
  return false
}

function requirementOf(sent: unknown, isKnown: (leaf: Leaf) => boolean) {
  try {
    return { read: parseRequirement(sent, isKnown) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind } = error
    const refusal: Refusal = (detail, members) => new Problem(kind, detail, members)
    return { refusal }
  }
}
