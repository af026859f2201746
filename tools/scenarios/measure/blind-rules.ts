import type { Exploration } from '../walk/explore-story.ts'
import { isDecision } from '../walk/story-paths.ts'

export interface Choice {
  id: string
  text: string
}

/** A number that can be seen without understanding the choice, such as its length. */
type Surface = (choice: Choice, at: number) => number

const cooperativeWord = /\b(?:ask(?:s|ed|ing)?|listen(?:s|ed|ing)?|together|teams?)\b/gi

const surfaces = {
  longest: ({ text }) => text.length,
  shortest: ({ text }) => -text.length,
  first: (_, at) => -at,
  last: (_, at) => at,
  'most question marks': ({ text }) => text.split('?').length,
  'most of ask, listen, together, team': ({ text }) => text.match(cooperativeWord)?.length ?? 0,
} satisfies Record<string, Surface>

export type BlindRule = keyof typeof surfaces

export const blindRules = Object.keys(surfaces) as BlindRule[]

/** The choice with the highest number by the rule. If several have it, the first of them. */
export function pickOf(rule: BlindRule, choices: readonly Choice[]): Choice | undefined {
  const sizes = choices.map((choice, at) => surfaces[rule](choice, at))
  return choices[sizes.indexOf(Math.max(...sizes))]
}

/**
 * The choices of each decision in the order of the story. A passage that offers other choices on
 * another path counts as another decision.
 */
export function offeredChoices({ places }: Exploration): Choice[][] {
  const decisions = new Map<string, Choice[]>()
  for (const { screen } of places.filter(isDecision)) {
    const ids = [screen.passageId, ...screen.choices.map(({ id }) => id)].join(' ')
    if (!decisions.has(ids)) decisions.set(ids, screen.choices)
  }
  return [...decisions.values()]
}
