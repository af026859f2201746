import { isChangeable } from '../../attempts/round/changeable.ts'
import type { Playthrough } from '../../scenarios/play/story.ts'
import type { ResultFacts, RoundFacts } from './result-facts.ts'

/** A share of fewer people would say something about one of them. */
const leastPeople = 20

/** One round of an attempt; without a decision while it waits. */
export function roundView({ round, handedInAt, decision, decidedAt }: RoundFacts) {
  return {
    round,
    handedInAt: handedInAt.toISOString(),
    decision,
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}

/** What a result says about the texts of its round, and about the next one. */
export function roundsView(facts: ResultFacts, { screens }: Pick<Playthrough, 'screens'>) {
  const { version, answers, estimates } = facts
  const prompts = screens.flatMap(({ promptId }) => promptId ?? [])
  const open = estimates
    .filter(({ state }) => state !== 'proficient')
    .map(({ criterion }) => criterion)
  return {
    /** The texts of this round, in the order of the story. */
    answers: prompts.map((promptId) => {
      const { ask = '' } = version.challenge.prompts[promptId] ?? {}
      return { promptId, ask, text: answers[promptId] ?? '' }
    }),
    revision: {
      /** Until when the next round can be handed in; null if it cannot be opened from here. */
      until: facts.reviseUntil?.toISOString() ?? null,
      criteria: version.rubric.criteria
        .filter(({ competency }) => open.includes(competency))
        .map(({ name }) => name),
      /** How many answers can show an open criterion. */
      questions: prompts.filter((promptId) => isChangeable(version.challenge, promptId, open))
        .length,
    },
    neededMoreRounds: neededMoreRounds(facts.roundsNeeded),
  }
}

/** Of ten people who proved all criteria of this challenge, how many needed more than one round. */
function neededMoreRounds({ proficient, later }: ResultFacts['roundsNeeded']): number | null {
  return proficient < leastPeople ? null : Math.round((10 * later) / proficient)
}
