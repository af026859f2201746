import type { Screen } from '../../scenarios/play/screen.ts'
import type { Playthrough } from '../../scenarios/play/story.ts'
import type { OwnAttempt } from '../attempt/find-own-attempt.ts'
import { type Progress, progressOf } from './progress.ts'

/**
 * A prompt as the student sees it: the question and the number of words. What it is evidence of is
 * for reviewers only.
 */
export interface AskedPrompt {
  id: string
  ask: string
  words: { least: number; most: number }
}

/** The result of a turn. At most 4 KB, because it is stored with the turn's idempotency key. */
export interface TurnReply {
  /** The number of the turn that led here; 0 at the opening. The next turn is `number` + 1. */
  number: number
  screen: Screen
  prompt: AskedPrompt | null
  /** Passages that can be gone back to, oldest first. */
  earlier: string[]
  /** Whether the next step may lead to a screen from which the student cannot go back. */
  leadsToFinal: boolean
  progress: Progress
}

export function turnReply(own: OwnAttempt, play: Playthrough, number: number): TurnReply {
  const { screen } = play
  return {
    number,
    screen,
    prompt: screen.promptId === undefined ? null : askedPrompt(own, screen.promptId),
    earlier: play.earlier,
    leadsToFinal: play.leadsToFinal,
    progress: progressOf(own.outline, play, own.minutes),
  }
}

export function askedPrompt({ challenge }: Pick<OwnAttempt, 'challenge'>, id: string): AskedPrompt {
  const { ask = '', words: [least, most] = [0, 0] } = challenge.prompts[id] ?? {}
  return { id, ask, words: { least, most } }
}
