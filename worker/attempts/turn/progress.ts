import type { StoryOutline } from '../../scenarios/play/story-outline.ts'
import type { Playthrough } from '../../scenarios/play/story.ts'

/** A student's progress: turns taken, and turns left on the shortest and the longest path. */
export interface Progress {
  turnsTaken: number
  turnsLeft: { least: number; most: number }
  /**
   * About how many minutes are left: the middle of the shortest and the longest path, rounded up.
   */
  minutesLeft: number
}

/**
 * Gives "about 8 minutes left", not a percentage, because a branching story has no fixed length.
 */
export function progressOf(outline: StoryOutline, { screen, path }: Playthrough): Progress {
  const { turns, minutes } = outline[screen.passageId] ?? { turns: [0, 0], minutes: [0, 0] }
  return {
    turnsTaken: path.length,
    turnsLeft: { least: turns[0], most: turns[1] },
    minutesLeft: screen.ended ? 0 : Math.max(1, Math.ceil((minutes[0] + minutes[1]) / 2)),
  }
}
