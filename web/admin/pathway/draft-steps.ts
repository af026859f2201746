import type {
  DraftLeaf,
  DraftRequirement,
  DraftStep,
  PathwayDraft,
} from '../../../worker/pathways/pathway/draft-input.ts'

export type { DraftLeaf, DraftStep, PathwayDraft }

export const mostSteps = 40
export const mostRules = 20

/** How many of a step's rules must be met: `all-of`, `any-of`, or `at-least-2` and so on. */
export interface Rules {
  mode: string
  leaves: DraftLeaf[]
}

/** A requirement as a plain list of rules; undefined if it has groups in groups. */
export function rulesOf(requirement: DraftRequirement): Rules | undefined {
  if (!('of' in requirement)) return { mode: 'all-of', leaves: [requirement] }
  const leaves = requirement.of.filter((each): each is DraftLeaf => !('of' in each))
  if (leaves.length < requirement.of.length) return undefined
  const { kind } = requirement
  return { mode: kind === 'at-least' ? `at-least-${requirement.count}` : kind, leaves }
}

/** The requirement for a list of rules. A count above their number becomes “all”. */
export function requirementOf({ mode, leaves }: Rules): DraftRequirement {
  if (mode === 'any-of') return { kind: 'any-of', of: leaves }
  const count = Number(/^at-least-(\d+)$/.exec(mode)?.[1] ?? 0)
  if (count > 0 && count < leaves.length) return { kind: 'at-least', count, of: leaves }
  return { kind: 'all-of', of: leaves }
}

export const newStep = (): DraftStep => ({
  id: crypto.randomUUID(),
  title: '',
  requirement: { kind: 'all-of', of: [] },
  credit: 0,
  after: [],
})

export function withStep(draft: PathwayDraft, id: string, change: Partial<DraftStep>) {
  const steps = draft.steps.map((step) => (step.id === id ? { ...step, ...change } : step))
  return { ...draft, steps }
}

/** The draft without a step, and without it among what comes before others. */
export function withoutStep(draft: PathwayDraft, id: string): PathwayDraft {
  const steps = draft.steps
    .filter((step) => step.id !== id)
    .map((step) => ({ ...step, after: step.after.filter((one) => one !== id) }))
  return { ...draft, steps }
}

/** Puts a removed step back at its place in `before`, and before the same steps as there. */
export function withStepAgain(draft: PathwayDraft, before: PathwayDraft, id: string): PathwayDraft {
  const index = before.steps.findIndex((step) => step.id === id)
  const removed = before.steps[index]
  if (!removed || draft.steps.some((step) => step.id === id)) return draft
  const known = new Set(draft.steps.map((step) => step.id))
  const followed = new Set(
    before.steps.filter(({ after }) => after.includes(id)).map((step) => step.id),
  )
  const steps = draft.steps.map((step) =>
    followed.has(step.id) ? { ...step, after: [...step.after, id] } : step,
  )
  const back = { ...removed, after: removed.after.filter((one) => known.has(one)) }
  return { ...draft, steps: [...steps.slice(0, index), back, ...steps.slice(index)] }
}

/** Moves a step one place up (-1) or down (1). */
export function withStepMoved(draft: PathwayDraft, id: string, by: -1 | 1): PathwayDraft {
  const index = draft.steps.findIndex((step) => step.id === id)
  const other = draft.steps[index + by]
  const step = draft.steps[index]
  if (!step || !other) return draft
  return { ...draft, steps: draft.steps.with(index, other).with(index + by, step) }
}
