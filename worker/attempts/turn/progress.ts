import type { StoryOutline } from '../../scenarios/play/story-outline.ts'
import type { Playthrough } from '../../scenarios/play/story.ts'

/** Where a student stands: steps done, and what is ahead on the shortest and the longest way. */
export interface Progress {
  turnsTaken: number
  turnsLeft: { least: number; most: number }
  /** About so many minutes left; the middle of the shortest and the longest way, rounded up. */
  minutesLeft: number
}

/** "About 8 minutes left", never a percent: a branching story cannot promise a number. */
export function progressOf(outline: StoryOutline, { screen, path }: Playthrough): Progress {
  const { turns, minutes } = outline[screen.passageId] ?? { turns: [0, 0], minutes: [0, 0] }
  return {
    turnsTaken: path.length,
    turnsLeft: { least: turns[0], most: turns[1] },
    minutesLeft: screen.ended ? 0 : Math.max(1, Math.ceil((minutes[0] + minutes[1]) / 2)),
  }
}
