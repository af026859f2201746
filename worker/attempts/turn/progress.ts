import type { StoryOutline } from '../../scenarios/play/story-outline.ts'
import type { Playthrough } from '../../scenarios/play/story.ts'

/** A student's progress: turns taken, and turns left on the shortest and the longest path. */
export interface Progress {
  turnsTaken: number
  turnsLeft: { least: number; most: number }
  /** About how many minutes are left. At the opening these are the minutes of the catalogue. */
  minutesLeft: number
}

/**
 * Gives "about 8 minutes left", not a percentage, because a branching story has no fixed length.
 * `minutes` is what the whole challenge takes. It is multiplied by the mean of the shortest and the
 * longest path from this screen, divided by the same mean from the opening.
 */
export function progressOf(
  outline: StoryOutline,
  { screen, screens, path }: Playthrough,
  minutes: number,
): Progress {
  const ahead = (passageId: string) => outline[passageId] ?? { turns: [0, 0], minutes: [0, 0] }
  const middle = ([least, most]: readonly [number, number]) => (least + most) / 2
  const { turns, minutes: left } = ahead(screen.passageId)
  const whole = middle(ahead(screens[0]?.passageId ?? '').minutes)
  const share = whole > 0 ? middle(left) / whole : 0
  return {
    turnsTaken: path.length,
    turnsLeft: { least: turns[0], most: turns[1] },
    minutesLeft: screen.ended ? 0 : Math.max(1, Math.round(share * minutes)),
  }
}
